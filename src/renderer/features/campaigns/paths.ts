/** Addresses of the campaigns' pages. */
export const paths = {
  list: "/campaigns",
  create: "/campaigns/new",
  detail: (id: number) => `/campaigns/${id}`,
  edit: (id: number) => `/campaigns/${id}/edit`,
  activity: (id: number) => `/campaigns/${id}/activity`,
  usage: "/usage",
  audiences: "/audiences",
  flows: "/flows",
} as const;
