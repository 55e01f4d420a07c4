import { lazy } from "react";

const detailPage = () => import("./detail/CampaignDetailPage");
const activityPage = () => import("./detail/ActivityPage");
const createPage = () => import("./form/CreateCampaignPage");
const editPage = () => import("./form/EditCampaignPage");

/** With the player and the form they weigh more than all the rest: the application opens without. */
export const CampaignDetailPage = lazy(async () => ({
  default: (await detailPage()).CampaignDetailPage,
}));
export const ActivityPage = lazy(async () => ({
  default: (await activityPage()).ActivityPage,
}));
export const CreateCampaignPage = lazy(async () => ({
  default: (await createPage()).CreateCampaignPage,
}));
export const EditCampaignPage = lazy(async () => ({
  default: (await editPage()).EditCampaignPage,
}));

/** Once there is nothing else to do, so that going there takes no time. */
export function loadPagesAhead(): void {
  const pages = [detailPage, activityPage, createPage, editPage];
  requestIdleCallback(() => void Promise.all(pages.map((load) => load())));
}
