import { Redirect, Route, Switch } from "wouter";
import { ContactPage } from "./contact/ContactPage";
import { AudienceDetailPage } from "./detail/AudienceDetailPage";
import { ImportDialog } from "./import/ImportDialog";
import { useImportDialog } from "./import/import-dialog";
import { AudienceListPage } from "./list/AudienceListPage";
import { paths } from "./paths";

export default function AudiencesPage() {
  const start = useImportDialog((state) => state.start);
  return (
    <>
      <Switch>
        <Route path={paths.list} component={AudienceListPage} />
        <Route path="/audiences/:id/contacts/:contactId">
          {({ id, contactId }) => (
            <ContactPage key={contactId} id={Number(id)} contactId={Number(contactId)} />
          )}
        </Route>
        <Route path="/audiences/:id">
          {({ id }) => <AudienceDetailPage key={id} id={Number(id)} />}
        </Route>
        <Route>
          <Redirect to={paths.list} replace />
        </Route>
      </Switch>
      {start && <ImportDialog start={start} />}
    </>
  );
}
