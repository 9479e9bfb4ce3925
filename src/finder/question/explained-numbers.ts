/**
 * A sentence whose other numbers are told by what stands beside them: a stage, a dose, a level, a name, how often, how long, and
 * "last week". They are struck out in their places.
 */
export function unexplained(text: string): string {
  return text.replace(explained, struckOut)
}

/** The same of a number beside the name of a test, a score or a unit alone: "psa 9", « ferritine 12 », "8 mg". */
export function withoutValues(text: string): string {
  return text.replace(values, struckOut)
}

function struckOut(words: string): string {
  return 'x'.repeat(words.length)
}

/** What is measured and has a number behind it. */
const tests =
  "e?gfr|dfg|psa|bmi|imc|hba1c|a1c|lvef|fevg|ef|ejection fraction|fraction d[’']?[ée]jection|platelets?|plaquettes|iq|qi|cd4|fev1|vems|afp|tsh|ldl|hdl|crp|bnp|nt-?pro-?bnp|ferritine?|hb|h[ae]?emoglobine?|h[ée]moglobine|creatinine|cr[ée]atinine|glyc[ée]mie|troponine?|viral load|charge virale|edss|ahi|iah|mmse|moca|meld|pasi|scorad|sledai|das28|phq-?9|gad-?7|ecog|oms|kps|karnofsky|gleason|apgar|nyha|child[- ]pugh"
const joins = '(?: (?:of|is|was|at|now|score|level|class|status|stage|grade|de|[àa]|est|était))*:?'
const scores =
  'stage|stade|grade|class|classe|type|gold|tanner|score|phase|line|ligne|cin|factor|facteur|level|taux|niveau|pt'
const value = String.raw`[<>≤≥=~]? ?\d+(?:[.,/:]\d+)*\+?%?`

const values = new RegExp(
  String.raw`(?<!\p{L})(?:(?:${tests})${joins} ?${value}|\d+(?:[.,]\d+)? ?(?:mgs?|mcg|ml|units?|unit[ée]s?|cm|mm|kg|mmhg|g\/dl|ng\/ml))(?![\p{L}\p{N}])`,
  'giu',
)

const explained = new RegExp(
  String.raw`(?<!\p{L})(?:(?:${scores}|(?:${tests})(?= ?(?:i|\d ?[+-] ?\d))) ?(?:\d{1,2}|iv|i{1,3})(?: ?[+/-] ?\d)?\p{L}?\d?(?:\/\p{L})?|(?:${tests})${joins} ?${value}|\d+(?:st|nd|rd|th)(?: (?:line|time|round|cycle|attempt|relapse|biopsy|operation|surgery|week|month))?|\d+(?:[.,]\d+)? ?(?:times|x|mgs?|mcg|ml|cm|mm|units?|%|percent|cycles|rounds|sessions|doses|pills|tablets|drugs|meds|medications|operations|surgeries|kids|children|brothers|sisters|hospital stays?|admissions|relapses|cigarettes)|(?:for|since|after|over|past|last|every|within|these|at) (?:the (?:last|past) )?(?:about )?\d{1,2} ?(?:years?|yrs?|months?|weeks?|wks?|days?|hours?|hrs?|mins?|minutes?)|\d{1,2} ?(?:years?|yrs?|months?|weeks?|days?|hours?) ago|(?:last|this|next) (?:week|month|year|night|spring|summer|autumn|winter|fall)|in (?:19|20)\d\d|\p{L}+-?\d+\p{L}*)(?![\p{L}\p{N}])`,
  'giu',
)
