/** Addresses of this section's pages. */
export const paths = {
  list: "/audiences",
  detail: (id: number) => `/audiences/${id}`,
  contact: (id: number, contactId: number) => `/audiences/${id}/contacts/${contactId}`,
};
