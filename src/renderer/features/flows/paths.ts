/** Addresses of this section's pages. */
export const paths = {
  list: "/flows",
  create: "/flows/new",
  edit: (id: number) => `/flows/${id}`,
};
