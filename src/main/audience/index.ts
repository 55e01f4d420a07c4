export { AudienceImporter, type ImporterOptions, type ImportRequest } from "./importer";
export { exportAudience } from "./export-audience";
