import { Redirect, Route, Switch } from "wouter";
import { CampaignDetailPage } from "./detail/CampaignDetailPage";
import { CampaignDialogs } from "./dialogs/CampaignDialogs";
import { CreateCampaignPage } from "./form/CreateCampaignPage";
import { EditCampaignPage } from "./form/EditCampaignPage";
import { CampaignListPage } from "./list/CampaignListPage";
import { paths } from "./paths";
import { useCampaignsKeptFresh } from "./use-campaigns-kept-fresh";

export default function CampaignsPage() {
  useCampaignsKeptFresh();
  return (
    <>
      <Switch>
        <Route path={paths.list} component={CampaignListPage} />
        <Route path={paths.create} component={CreateCampaignPage} />
        <Route path="/campaigns/:id/edit">
          {({ id }) => <EditCampaignPage key={id} id={Number(id)} />}
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
