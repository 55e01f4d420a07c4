export { AudienceImporter, type ImporterOptions, type ImportRequest } from "./importer";
export { exportAudience } from "./export-audience";
export { numberBeginnings } from "./do-not-call/number-beginnings";
export { NumberImporter, type NumbersImportRequest } from "./do-not-call/number-importer";
export { readPastedNumbers, type ReadNumbers } from "./do-not-call/pasted-numbers";
export { numberFacts, type NumberFacts } from "./phone/number-facts";
export { readContactFields } from "./contact-fields";
