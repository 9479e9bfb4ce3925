import type { Presence } from '../patient/patient.ts'

/**
 * What a test says of the disease whose name it bears: "HBsAg negative" denies it, "HIV test sent" says nothing of the
 * person, an antibody alone makes it possible. Undefined where the name stands for the disease itself. Rule `test@2`.
 */
export function resultOf(
  text: string,
  start: number,
  end: number,
): Presence | 'nothing' | undefined {
  if (isLoad(text, start, end)) return isPositive(text.slice(end)) ? 'present' : 'possible'
  if (ofVaccine.test(text.slice(end, end + 30))) return 'mentioned'
  // "Myélome IgG kappa" is of a kind, and no antibody.
  if (/my[eé]lom|gamm?apath/iu.test(text.slice(start, end))) return undefined
  const before = text.slice(Math.max(0, start - 40), start)
  const after = text.slice(end, end + 70)
  const isTest = testAfter.test(after) || testBefore.test(before)
  const result = /^[^,;.\n]{0,44}/.exec(after)?.[0] ?? ''
  if (isTest) {
    const shared = forAll.exec(after + text.slice(end + 70, end + 140))?.[1]
    if (negative.test(shared ?? result)) return 'absent'
    if (positive.test(result))
      return /anti(?!g[eè]n)|\bAc\b|(?<!\p{L})Ab\b|IgG|serolog|s[ée]rolog/iu.test(
        `${before.slice(-14)}${result}`,
      )
        ? 'possible'
        : 'present'
    return 'mentioned'
  }
  return undefined
}

/**
 * How much there is of a virus that stays for life: it is measured in who has it, and treatment makes it too little to be
 * found. "HIV viral load undetectable" denies no HIV. Rule `viral-load@1`.
 */
const amountAfter =
  /^(?:-1)?(?:[\s-]{1,2}|\s?:\s?)(?:viral load|charge virale|VL|CV|DNA|RNA|ADN|ARN)(?!\p{L})/iu
const amountBefore =
  /(?:charges? virales?|viral load|ADN|ARN|DNA|RNA)(?: (?:de l['’]|du|de|of|for))?[ :]{0,2}$/iu
const stays =
  /^(?:HIV|VIH|HBV|VHB|hepatitis B|hep B|h[ée]patite B)\b|human immunodeficiency|immunod[ée]ficience/i

function isLoad(text: string, start: number, end: number): boolean {
  if (!stays.test(text.slice(start, end))) return false
  return (
    amountAfter.test(text.slice(end, end + 30)) ||
    amountBefore.test(text.slice(Math.max(0, start - 40), start))
  )
}

function isPositive(after: string): boolean {
  const result = /^[^,;.\n]{0,44}/.exec(after)?.[0] ?? ''
  return positive.test(result) && !negative.test(result)
}

/** The antibody that a vaccine leaves too. */
const ofVaccine = /^[\s-]{1,2}(?:surface|s)[\s-]?(?:antibod|Ab(?!\p{L}))/iu

/** "A Monospot, a hepatitis screen and a syphilis test, all negative". */
const forAll =
  /^[^.;:\n]{0,110}?[\s,](?:all|both)(?: of (?:which|them))?(?: (?:were|are|was|came back|back|returned))* ((?:negative|neg|normal|clear|non-?reactive))(?!\p{L})/iu

const kinds = String.raw`(?:blood |urine |rapid |screening |combo |POC )*(?:tests?|testing|serolog\w*|PCR|NAAT|NS1|POCT|antibod\w+|antigens?|Ag|Ac|ADN|ARN|Ab|Ag\/Ab|IGRA|Quantiferon|T-?spot|screen\w*|swabs?|cultures?|RNA|DNA|viral load|smears?|IgM|IgG|titre|ELISA|s[ée]rologies?|d[ée]pistage|frottis|test|LFT|surface antigen|core antibody|core Ab|surface Ab|s ?Ag|c ?Ab|core IgG|rapid test|microarray)`
const testAfter = new RegExp(
  String.raw`^(?:['’]s)?(?:[\s-]{1,2}|\s?:\s?(?=(?:surface|core|s ?Ag|c ?Ab|Ag|Ac|Ab|ADN|ARN|DNA|RNA|PCR|s[ée]rologie)(?!\p{L})))${kinds}(?![\p{L}])`,
  'iu',
)
const testBefore =
  /(?:\banti-?|\bs[ée]rologies? (?:de |du |d['’]|des )?(?:la )?(?:\p{L}+,? (?:et )?){0,3}|\bd[ée]pistages? (?:de |du |d['’]|des )?(?:la )?|\btests? (?:de |du |d['’]|for |rapide )?|\bPCR (?:de |du )?|\bserolog(?:y|ies) for |\bscreen(?:ed|ing)? for |\btested for |\bAg |\bAc |\brecherche (?:de |du |d['’])|\bculture (?:de |for )?|\bBK |\bARN |\bADN |\bswabs? for |\bAc anti-|\bhemocultures? (?:à )?)$/iu
const negative =
  /\b(?:negative|neg|n[ée]gati(?:f|ve)s?|n[ée]gs?|not detected|undetect\w+|ind[ée]tectable\w*|non[- ]?reactive|absente?s?|normal)(?![\p{L}])/iu
const positive =
  /\b(?:positive|pos|positi(?:f|ve)s?|detected|reactive|d[ée]tect[ée]e?)(?![\p{L}])|(?<=\s)\+(?!\d)/iu
