import { Button, MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Router } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { AppInfoContext } from "../api/app-info";
import { useRequest } from "../api/use-request";
import { cspNonce } from "../ui/csp-nonce";
import { ErrorNotice } from "../ui/ErrorNotice";
import { Loading } from "../ui/Loading";
import { cssVariables, theme } from "../ui/theme";
import { ColorScheme } from "./ColorScheme";
import { Shell } from "./Shell";

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => cspNonce}
    >
      <ColorScheme />
      <ModalsProvider>
        <Router hook={useHashLocation}>
          <Start />
        </Router>
      </ModalsProvider>
    </MantineProvider>
  );
}

/** What every page needs to know is asked for once, before the first page. */
function Start() {
  const info = useRequest("app.info", null);
  if (info.error) {
    return (
      <main>
        <ErrorNotice
          error={info.error}
          action={<Button onClick={info.refresh}>Try again</Button>}
        />
      </main>
    );
  }
  if (!info.value) return <Loading what="Paceline" />;
  return (
    <AppInfoContext value={info.value}>
      <Shell />
    </AppInfoContext>
  );
}
