import { Button, Text } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useEffect, useRef, type ReactNode } from "react";
import type { FilePreview } from "../../shared/audience";
import { useAction } from "../api/use-action";
import { ErrorNotice } from "../ui/ErrorNotice";
import { Loading } from "../ui/Loading";
import { useFileDrop } from "../api/use-file-drop";
import styles from "./FileStep.module.css";

interface FileStepProps {
  /** A file that was dropped already is read at once. */
  readonly path: string | null;
  /** Opens the file dialog; null when it was closed without a choice. */
  readonly chooseFile: () => Promise<string | null>;
  readonly previewFile: (path: string) => Promise<FilePreview>;
  readonly onPreview: (preview: FilePreview) => void;
  /** What a file may be, and what it has to hold. */
  readonly children: ReactNode;
}

/** The first step of an import: a file is chosen or dropped, and its first rows are read. */
export function FileStep(props: FileStepProps) {
  const read = useAction(async (file: string) => props.onPreview(await props.previewFile(file)));
  const choose = useAction(async () => {
    const file = await props.chooseFile();
    if (file !== null) await read.run(file);
  });
  const drop = useFileDrop((file) => void read.run(file));

  const readAtOnce = useRef(props.path);
  useEffect(() => {
    if (readAtOnce.current !== null) void read.run(readAtOnce.current);
    readAtOnce.current = null;
  });

  const error = read.error ?? choose.error;
  return (
    <div className={styles.step}>
      {error && <ErrorNotice error={error} />}
      {read.running ? (
        <Loading what="the first rows" />
      ) : (
        <div {...drop.target} className={styles.drop} data-over={drop.over}>
          <IconFileSpreadsheet size={32} stroke={1.5} aria-hidden />
          <Button data-autofocus autoFocus onClick={() => void choose.run()}>
            Choose a file…
          </Button>
          <Text c="dimmed">{props.children}</Text>
        </div>
      )}
    </div>
  );
}
