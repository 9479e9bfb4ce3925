/** What a text in a record is, for making copies: only `text` has words that vary. */
export type TextKind = 'id' | 'date' | 'processed' | 'plain' | 'text'

/** Told by where a text is (`.protocolSection.statusModule.overallStatus`) and by what it looks like. */
export function textKind(path: string, text: string): TextKind {
  if (path === '.protocolSection.identificationModule.nctId') return 'id'
  if (path.endsWith('.versionHolder')) return 'processed'
  if (path.startsWith('.protocolSection.statusModule.') && /^\d{4}-\d\d(?:-\d\d)?$/.test(text))
    return 'date'
  if (path.startsWith('.sites') || path.includes('.locations')) return 'plain'
  if (plainKeys.has(path.slice(path.lastIndexOf('.') + 1))) return 'plain'
  return path.startsWith('.resultsSection') && /^[A-Z0-9_]+$/.test(text) ? 'plain' : 'text'
}

/** The words of these texts say what a study is about: a copy keeps all of them or changes them together. */
export function isTopicPath(path: string): boolean {
  return /\.(?:conditions|keywords|meshes\.term)$/.test(path)
}

/** Values of enumerations, ages, links and the like. */
const plainKeys = new Set(
  `overallStatus lastKnownStatus statusForNctId class type studyType phases allocation interventionModel
  primaryPurpose observationalModel timePerspective masking whoMasked retention sex stdAges samplingMethod
  minimumAge maximumAge role ipdSharing infoTypes domain link url filename date removedCountries abbrev
  relevance zip`.split(/\s+/),
)
