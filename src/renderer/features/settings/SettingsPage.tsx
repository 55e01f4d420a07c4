import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { Route, Switch, useRoute } from "wouter";
import type { Settings } from "../../../shared/settings";
import { useEvent } from "../../api/use-event";
import { useRequest } from "../../api/use-request";
import { ErrorNotice } from "../../ui/ErrorNotice";
import { Loading } from "../../ui/Loading";
import { PageHeader } from "../../ui/PageHeader";
import { DoNotCallPage } from "./do-not-call/DoNotCallPage";
import { paths as doNotCall } from "./do-not-call/paths";
import { SECTIONS } from "./sections";
import { SectionLinks } from "./SectionLinks";
import { SettingsContext } from "./settings-context";
import styles from "./SettingsPage.module.css";

export default function SettingsPage() {
  return (
    <Switch>
      <Route path={doNotCall.list} component={DoNotCallPage} />
      <Route component={AllSettings} />
    </Switch>
  );
}

function AllSettings() {
  const asked = useRequest("settings.get", null);
  const [changed, setChanged] = useState<Settings | null>(null);
  useEvent("settings.changed", setChanged);
  const settings = changed ?? asked.value;

  return (
    <div className={styles.page}>
      <PageHeader title="Settings" below="Each setting is saved at once." />
      {asked.error && (
        <ErrorNotice
          error={asked.error}
          action={<Button onClick={asked.refresh}>Try again</Button>}
        />
      )}
      {!settings && !asked.error && <Loading what="settings" />}
      {settings && (
        <SettingsContext value={{ settings, onSaved: setChanged }}>
          <Sections />
        </SettingsContext>
      )}
    </div>
  );
}

function Sections() {
  const [, route] = useRoute("/settings/:section");
  const wanted = route?.section;
  useEffect(() => {
    if (wanted) document.getElementById(wanted)?.scrollIntoView();
  }, [wanted]);
  return (
    <>
      <SectionLinks />
      {SECTIONS.map(({ id, title, Section }) => (
        <section key={id} id={id} aria-labelledby={`${id}-title`} className={styles.section}>
          <h2 id={`${id}-title`} className={styles.title}>
            {title}
          </h2>
          <Section />
        </section>
      ))}
    </>
  );
}
