import { Button, Text } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import type { FilePreview } from "../../../../shared/audience";
import { request } from "../../../api/client";
import { useAction } from "../../../api/use-action";
import { ErrorNotice } from "../../../ui/ErrorNotice";
import { Loading } from "../../../ui/Loading";
import { useFileDrop } from "../../../api/use-file-drop";
import styles from "./FileStep.module.css";

interface FileStepProps {
  /** A file that was dropped already is read at once. */
  readonly path: string | null;
  readonly onPreview: (preview: FilePreview) => void;
}

export function FileStep({ path, onPreview }: FileStepProps) {
  const read = useAction(async (file: string) => {
    onPreview(await request("audiences.previewFile", { path: file, format: {} }));
  });
  const choose = useAction(async () => {
    const file = await request("audiences.chooseFile", null);
    if (file !== null) await read.run(file);
  });
  const drop = useFileDrop((file) => void read.run(file));

  const readAtOnce = useRef(path);
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
          <Text c="dimmed">
            or drop it here: CSV, TSV, TXT or an Excel workbook (.xlsx). It needs a column with
            phone numbers; columns with names, time zones and IDs are used, and every other column
            is kept as a variable for flows. Nothing is imported before you have seen the first
            rows.
          </Text>
        </div>
      )}
    </div>
  );
}
