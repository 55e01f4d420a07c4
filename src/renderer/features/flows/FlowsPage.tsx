import { Redirect, Route, Switch } from "wouter";
import { CreateFlowPage } from "./editor/CreateFlowPage";
import { EditFlowPage } from "./editor/EditFlowPage";
import { FlowListPage } from "./list/FlowListPage";
import { paths } from "./paths";

export default function FlowsPage() {
  return (
    <Switch>
      <Route path={paths.list} component={FlowListPage} />
      <Route path={paths.create} component={CreateFlowPage} />
      <Route path="/flows/:id">{({ id }) => <EditFlowPage key={id} id={Number(id)} />}</Route>
      <Route>
        <Redirect to={paths.list} replace />
      </Route>
    </Switch>
  );
}
