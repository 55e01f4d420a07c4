export type { KeeperSettings } from "./fetch-transcript";
export { peaksPath, readPeaks, type DrawnPeaks } from "./peaks-file";
export { recordingPath } from "./recording-file";
export { RecordingKeeper, type RecordingKeeperOptions } from "./recording-keeper";
export { SoundExaminer } from "./sound-examiner";
