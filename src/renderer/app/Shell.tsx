import { Suspense, useEffect, useRef } from "react";
import { Redirect, useLocation } from "wouter";
import { ErrorBoundary } from "../ui/ErrorBoundary";
import { Loading } from "../ui/Loading";
import { CarrierBand } from "./CarrierBand";
import { HOME, sectionOf } from "./routes";
import styles from "./Shell.module.css";
import { Sidebar } from "./Sidebar";
import { useNoStrayDrops } from "./use-no-stray-drops";

/** What stands around every page. */
export function Shell() {
  const [location] = useLocation();
  const main = useRef<HTMLElement>(null);
  const section = sectionOf(location);
  useNoStrayDrops();

  useEffect(() => {
    document.title = section ? `${section.label} — Paceline` : "Paceline";
  }, [section]);

  if (!section) return <Redirect to={HOME} replace />;
  return (
    <div className={styles.shell}>
      <a
        href="#content"
        className={styles.skip}
        onClick={(event) => {
          // The address after # is the page's: the link moves the focus only.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the page
      </a>
      <CarrierBand />
      <Sidebar current={section.path} />
      <main ref={main} id="content" tabIndex={-1} className={styles.main}>
        <ErrorBoundary resetKey={location}>
          <Suspense fallback={<Loading what={section.label} />}>
            <section.Page />
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  );
}
