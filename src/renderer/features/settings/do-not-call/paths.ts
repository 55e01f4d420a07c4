/** The list has a page of its own, to which the settings lead. */
export const paths = { settings: "/settings/do-not-call-list", list: "/settings/do-not-call" };
