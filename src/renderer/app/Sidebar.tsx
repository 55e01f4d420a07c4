import { Link } from "wouter";
import { SECTIONS } from "./routes";
import styles from "./Shell.module.css";

export function Sidebar({ current }: { readonly current: string }) {
  return (
    <nav className={styles.sidebar} aria-label="Sections">
      <div className={styles.brand} aria-hidden>
        Paceline
      </div>
      <ul className={styles.sections}>
        {SECTIONS.map(({ path, label, icon: Icon }) => (
          <li key={path}>
            <Link
              href={path}
              className={styles.section}
              aria-current={path === current ? "page" : undefined}
            >
              <Icon size={18} stroke={1.75} aria-hidden />
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
