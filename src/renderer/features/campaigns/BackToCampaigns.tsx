import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import { paths } from "./paths";

export function BackToCampaigns() {
  return (
    <Anchor component={Link} href={paths.list} size="sm">
      ‹ Campaigns
    </Anchor>
  );
}
