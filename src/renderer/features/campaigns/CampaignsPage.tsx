import { useEffect } from "react";
import { Redirect, Route, Switch } from "wouter";
import { CampaignDialogs } from "./dialogs/CampaignDialogs";
import { CampaignListPage } from "./list/CampaignListPage";
import {
  ActivityPage,
  CampaignDetailPage,
  CreateCampaignPage,
  EditCampaignPage,
  loadPagesAhead,
} from "./pages";
import { paths } from "./paths";
import { useCampaignsKeptFresh } from "./use-campaigns-kept-fresh";

export default function CampaignsPage() {
  useCampaignsKeptFresh();
  useEffect(loadPagesAhead, []);
  return (
    <>
      <Switch>
        <Route path={paths.list} component={CampaignListPage} />
        <Route path={paths.create} component={CreateCampaignPage} />
        <Route path="/campaigns/:id/edit">
          {({ id }) => <EditCampaignPage key={id} id={Number(id)} />}
        </Route>
        <Route path="/campaigns/:id/activity">
          {({ id }) => <ActivityPage key={id} id={Number(id)} />}
        </Route>
        <Route path="/campaigns/:id">
          {({ id }) => <CampaignDetailPage key={id} id={Number(id)} />}
        </Route>
        <Route>
          <Redirect to={paths.list} replace />
        </Route>
      </Switch>
      <CampaignDialogs />
    </>
  );
}
