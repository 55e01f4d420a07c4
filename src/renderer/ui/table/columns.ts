import type { ReactNode } from "react";
import type { AppError } from "../../../shared/app-error";

export interface Column<Row, Sort extends string = string> {
  readonly title: string;
  /** Track of a CSS grid: "96px", "minmax(160px, 2fr)". Fixed, so that nothing jumps. */
  readonly width: string;
  readonly align?: "right";
  /** By which the column can be sorted. */
  readonly sort?: Sort;
  readonly cell: (row: Row) => ReactNode;
}

export interface SortOrder<Sort extends string> {
  readonly by: Sort;
  readonly descending: boolean;
}

export type RowKey = string | number;

/** Where a table's rows come from; `PagedRows` is one. */
export interface TableRows<Row> {
  /** Null before the first answer. */
  readonly total: number | null;
  readonly error: AppError | null;
  /** Sum of the places that rows on screen have moved down since the beginning. */
  readonly moved: number;
  /** Undefined while it is being fetched. */
  rowAt(index: number): Row | undefined;
  /** Where a row stands, if it is among those fetched. */
  indexOf(key: RowKey): number | undefined;
  /** Says which rows are on screen, both ends included. */
  show(first: number, last: number): void;
  refresh(): void;
}
