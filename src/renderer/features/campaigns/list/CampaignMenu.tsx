import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useLocation } from "wouter";
import type { Campaign } from "../../../../shared/campaign";
import { useCampaigns } from "../campaigns-store";
import { paths } from "../paths";

/** What can be done with a campaign besides its main action. */
export function CampaignMenu({ campaign }: { readonly campaign: Campaign }) {
  const [, navigate] = useLocation();
  const ask = useCampaigns((state) => state.ask);
  const { id, name, status } = campaign;

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="sm" aria-label={`More for ${name}`}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => navigate(paths.detail(id))}>Open</Menu.Item>
        {status === "DRAFT" && (
          <>
            <Menu.Item onClick={() => navigate(paths.edit(id))}>Edit</Menu.Item>
            <Menu.Item c="var(--status-bad)" onClick={() => ask({ kind: "delete", id })}>
              Delete
            </Menu.Item>
          </>
        )}
        {(status === "IN_PROGRESS" || status === "PAUSED") && (
          <Menu.Item c="var(--status-bad)" onClick={() => ask({ kind: "cancel", id })}>
            Cancel Campaign
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
