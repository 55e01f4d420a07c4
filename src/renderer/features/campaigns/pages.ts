import { lazy } from "react";

const detailPage = () => import("./detail/CampaignDetailPage");
const createPage = () => import("./form/CreateCampaignPage");
const editPage = () => import("./form/EditCampaignPage");

/** With the player and the form they weigh more than all the rest: the application opens without. */
export const CampaignDetailPage = lazy(async () => ({
  default: (await detailPage()).CampaignDetailPage,
}));
export const CreateCampaignPage = lazy(async () => ({
  default: (await createPage()).CreateCampaignPage,
}));
export const EditCampaignPage = lazy(async () => ({
  default: (await editPage()).EditCampaignPage,
}));

/** Once there is nothing else to do, so that going there takes no time. */
export function loadPagesAhead(): void {
  requestIdleCallback(() => void Promise.all([detailPage(), createPage(), editPage()]));
}
