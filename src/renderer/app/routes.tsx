import {
  IconAddressBook,
  IconCreditCard,
  IconPhone,
  IconRoute,
  IconSettings,
  IconSpeakerphone,
  type Icon,
} from "@tabler/icons-react";
import { lazy, type ComponentType } from "react";
import CampaignsPage from "../features/campaigns/CampaignsPage";

interface Section {
  readonly path: string;
  /** The sidebar's word, and the window's title. */
  readonly label: string;
  readonly icon: Icon;
  /** Has all paths that begin with its own. Only the first page comes with the application. */
  readonly Page: ComponentType;
}

/** The sidebar, in its order. */
export const SECTIONS: readonly Section[] = [
  {
    path: "/campaigns",
    label: "Campaigns",
    icon: IconSpeakerphone,
    Page: CampaignsPage,
  },
  {
    path: "/audiences",
    label: "Audiences",
    icon: IconAddressBook,
    Page: lazy(() => import("../features/audiences/AudiencesPage")),
  },
  {
    path: "/flows",
    label: "Flows",
    icon: IconRoute,
    Page: lazy(() => import("../features/flows/FlowsPage")),
  },
  {
    path: "/calls",
    label: "Calls",
    icon: IconPhone,
    Page: lazy(() => import("../features/calls/CallsPage")),
  },
  {
    path: "/usage",
    label: "Billing & Usage",
    icon: IconCreditCard,
    Page: lazy(() => import("../features/usage/UsagePage")),
  },
  {
    path: "/settings",
    label: "Settings",
    icon: IconSettings,
    Page: lazy(() => import("../features/settings/SettingsPage")),
  },
];

/** Where the application opens. */
export const HOME = "/campaigns";

export function sectionOf(location: string): Section | undefined {
  return SECTIONS.find(({ path }) => location === path || location.startsWith(`${path}/`));
}
