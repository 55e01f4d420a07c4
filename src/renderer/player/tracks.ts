import type { TranscriptLine } from "../../shared/call";

export type Speaker = TranscriptLine["speaker"];

/** In the order in which a recording's peaks come, and in which the tracks are drawn. */
export const SPEAKERS: readonly Speaker[] = ["customer", "ai"];

export const SPEAKER_WORDS: Readonly<Record<Speaker, string>> = { customer: "Customer", ai: "AI" };

/** Height of a drawn track in pixels; the controls beside it are as high. */
export const TRACK_HEIGHT = 56;
