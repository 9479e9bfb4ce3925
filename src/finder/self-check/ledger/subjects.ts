/**
 * What a rule is about, without what only narrows it ("in an area that was not irradiated", "for the eyes", "to evaluable
 * lesions"), what stands in brackets, and when: each thing of its row by itself.
 */
export function subjectsOf(text: string): readonly string[] {
  return choicesIn(text)
    .flatMap((one) => one.split(/\band\b/i))
    .map(withoutLeads)
    .filter((one) => one !== '')
}

/** The same, with what is joined by "and" in one. */
export function choicesIn(text: string): readonly string[] {
  return text
    .replaceAll(/[([][^()[\]]*[)\]]?/g, ' ')
    .replace(/^\W*(?:[\p{L} /-]{3,40}:\s+)+(?=\S)/u, '')
    .replaceAll(counts, ' ')
    .replaceAll(leading, ' ')
    .replace(leads, '')
    .split(/[,;/.]|\b(?:and\/or|or|nor|but)\b/i)
    .map(withoutLeads)
    .filter((one) => one !== '')
}

function withoutLeads(one: string): string {
  return one.replace(leads, '').replace(narrowing, ' ').trim()
}

/** "At least two weeks since", "no more than one": how long, and how many. */
const counts =
  /\b(?:at least|more than|less than|no more than|at most|up to|minimum of|[<>≤≥]=?)?\s*(?:\d+|one|two|three|four|six)\s*(?:or more )?(?:(?:days?|weeks?|months?|years?|hours?)(?:\W(?: since| after| from))?|courses?|cycles?|lines?|(?:prior |previous )?regimens?)?\b(?: of\b)?|\b(?:at least|more than)\b/gi

/** Words that lead to what a rule is about. */
const leads =
  /^\W*(?:(?:patients?|subjects?|participants?|individuals?|persons?|people|anyone|those|volunteers?|children|adults|(?:wo)?men|females?|males?|must|should|may|will|not|no|any|all|the|an?|is|are|to be|be|been|being|has|have|had|having|who|whose|with|without|known|documented|confirmed|current(?:ly)?|active|prior|previous(?:ly)?|past|recent|clinical(?:ly)?|significant|other|another|being|suffer(?:s|ing)?|since|after|post|following|in first|recei\w+|under\w+|fail\w* to|treat\w+|taking|plac\w+|(?:listed|scheduled|referred|need|(?:sero)?positiv\w*|candidates?|indications?) for|awaiting|from|on|diagnosed|existing|pre-?existing|evidence|presence|history|diagnos[ie]s|signs?|symptoms?|episodes?|of)\b\W*)+/i
const leading =
  /\b(?:history|presence|evidence|diagnos[ie]s|signs?|symptoms?|episodes?|forms?|types?|kinds?) of\b|\b(?:diagnosed|suffering) (?:with|from)\b/gi

const narrowing =
  /\b(?:that|which|who|whose|where|when|while|in|at|to(?! be\b)|for|from|by|with|without|due|because|caus\w+|secondary|prior|before|after|post|during|within|if|unless|as|mak(?:es|ing)|requir\w+|than|despite|under|against|using|via|per|according|evidenced|confirmed|defined|between|until|since|on|over|through|following|associated|related|prevent\w*|preclud\w*|interfer\w*|limit\w*)\b.*$/is
