import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import { SECTIONS } from "./sections";
import styles from "./SettingsPage.module.css";

/** The way to each section of the page. */
export function SectionLinks() {
  return (
    <nav aria-label="Sections of the settings">
      <ul className={styles.links}>
        {SECTIONS.map(({ id, title }) => (
          <li key={id}>
            <Anchor component={Link} href={`/settings/${id}`} size="sm">
              {title}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}
