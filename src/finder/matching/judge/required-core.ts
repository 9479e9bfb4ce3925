import { tokens } from '../../vocabulary/fold.ts'

/** What a requirement asks first and foremost, without its qualifiers: "Spontaneous intracerebral hemorrhage". */
export interface RequiredCore {
  readonly text: string
  readonly words: readonly string[]
  /** True where having had it before is asked, or is enough. */
  readonly isOfPast: boolean
}

/**
 * The core of a requirement: its first phrase up to what confirms, measures or places it. Undefined where an alternative, an
 * exception or a denial may turn it, where a plan or a risk is asked, or where another person's illness is. Rule `core@1`.
 */
export function requiredCore(whole: string): RequiredCore | undefined {
  const text = whole.replace(source, '').replace(/\bwill have\b/gi, 'have')
  if (turning.test(text) || ofOthers.test(text) || text.length > longest) return undefined
  const bare = text.replace(lead, '')
  const end = qualifier.exec(bare)?.index ?? bare.length
  const core = bare.slice(0, end).trim()
  if (/^\s*(?:or\b|and\/or|\/)/i.test(bare.slice(end)) || /\b(?:or|and)\b|\/|\d/.test(core))
    return undefined
  if (alternative.test(bare.slice(end))) return undefined
  const words = tokens(core)
  if (words.length === 0 || words.length > 8) return undefined
  return {
    text: core,
    words,
    isOfPast: ofPast.test(text.slice(0, text.length - bare.length + end)),
  }
}

/** By whose book: that names no more of what is asked. */
const source = /,? ?\b(?:according to|as per|per) (?:the |current )?[^;]*\bguidelines?\b[^.;]*/gi

/** A criterion longer than this is prose. */
const longest = 700

const turning =
  /\b(?:no|not|never|without|neither|nor|absence|free of|except\w*|unless|other than|rather than|if|may|might|either|one of|any of|at least one|one or more|suspect\w*|possible|probable|at (?:high |increased |low )?risk|risk (?:of|for|factors?)|prevent\w*|prophyla\w*|screen(?:ing|ed) for|eligible for|indicat\w*|candidates?|planned|plan|scheduled|intend\w*|referred|undergoing|to undergo|will|need(?:s|ing)? (?:for|of)?|negative|healthy|controls?|groups?|arms?|cohorts?|negativ\w*|or older|eligible)\b|\bnon-/i
const ofOthers =
  /\b(?:mothers?|fathers?|parents?|caregivers?|relatives?|siblings?|famil(?:y|ial)|donors?|partners?|spouses?|offspring|newborns? of|infants? of|children of|first[- ]degree)\b/i

/** What a requirement opens with before it says what is asked. */
const lead =
  /^(?:\W|\d+[.)]|(?:adults?|all|males?|females?|wom[ae]n|m[ae]n|patients?|subjects?|participants?|individuals?|people|persons?|the|an?|who|with|having|have|has|had|must|should|be|been|being|is|are|was|were|of|for|to|on|in|clear|current|currently|confirmed|known|documented|established|definite|clinically|clinical|histologically|pathologically|cytologically|radiologically|diagnos(?:ed|is|es)|presenting|presence|evidence|history|medical|previous|previously|prior|past|suffer(?:ing|s)?|from|receiv(?:ed|ing)|treated|treatment|implanted|admitted|hospitali[sz]ed|completed|complet(?:ion|ing)|tested|positive|proven|as|recipients?|presented|present|new|first|undergone|underwent)(?![\w-]))+/i

/** Where what is asked ends and what confirms or narrows it begins. */
const qualifier =
  /[,;:(.\n[]|\s(?:-|–|—)\s|\s(?:with|who|whose|that|which|where|when|defined|confirmed|verified|documented|diagnosed|proven|according|requiring|required|larger|greater|more|less|smaller|measuring|for|in|within|at|on|as|caused|due|secondary|by|after|before|during|since|from|involving|capable|and|or|and\/or|scheduled|satisfying|per|based|meeting|treated|receiving|despite|of (?:at least|more|less|the))\b|[<>≤≥=]/i

/** "; or", ". Or": another way in, after the first. */
const alternative = /(?:^|[;.]|\n)\s*(?:or|and\/or)\b|\bOR\b|\balternatively\b/
const ofPast =
  /\b(?:history|prior|previous(?:ly)?|past|earlier|complet\w+|received|undergone|underwent|had|failed|refractory|recent\w*|within|last)\b/i
