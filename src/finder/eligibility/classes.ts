import type { Bound } from './comparisons.ts'
import type { MeasureReading, Reading } from './reading.ts'

/**
 * Classes, stages and grades with their numbers, in figures or Roman: "NYHA class II-IV", "Stage IV", "CKD stage 4 or 5",
 * "grade 2 or higher". A class of drugs is none. Rule `class@1`.
 */
export function classesIn(text: string): Reading[] {
  if (!hint.test(text)) return []
  return [...text.matchAll(classes)].flatMap((match) => {
    const { word = '', sign = '', first = '', rest = '', more = '' } = match.groups ?? {}
    const values = [first, ...(rest.match(numeral) ?? [])].map(numberOf)
    if (values.some((value) => value === undefined)) return []
    if (ofDrugs.test(text.slice(match.index + match[0].length))) return []
    const before = text.slice(Math.max(0, match.index - 80), match.index)
    const name = nameOf.exec(before)?.[0] ?? ''
    const leading =
      sign === ''
        ? (leadingSign.exec(before.slice(0, before.length - name.length))?.[0] ?? '')
        : sign
    const bounds = boundsFrom(
      leading.trim(),
      values.flatMap((value) => value ?? []),
      more,
    )
    if (!bounds) return []
    const called = `${name}${word}`.trim()
    const code = codeOf(called)
    const start = match.index - name.length + (name.length - name.trimStart().length)
    return [
      {
        type: 'measure',
        codes: code === undefined ? [] : [code],
        ...(code === undefined && { name: called }),
        ...bounds,
        unit: '1',
        span: { start, end: match.index + match[0].length },
        rule: 'class@1',
        negated: /\b(?:no|not|without)\b[^,;.]{0,20}$/i.test(text.slice(0, start)),
      } satisfies MeasureReading,
    ]
  })
}

/** The pattern finds nothing in a text that has none of these. */
const hint = /class|stage|grade|status|nyha|asa/i

function boundsFrom(
  sign: string,
  sizes: readonly number[],
  more: string,
): { min?: Bound; max?: Bound } | undefined {
  const bound = (value: number, inclusive = true): Bound => ({ value: String(value), inclusive })
  const low = Math.min(...sizes)
  const high = Math.max(...sizes)
  if (/^(?:≥|>=|> ?or ?=|at least)/i.test(sign)) return { min: bound(low) }
  if (/^(?:≤|<=|< ?or ?=|at most|up to)/i.test(sign)) return { max: bound(high) }
  if (/^(?:>|greater|more|higher|above|over)/i.test(sign)) return { min: bound(low, false) }
  if (/^(?:<|less|lower|below|under)/i.test(sign)) return { max: bound(high, false) }
  if (/(?:higher|greater|more|above|over|worse|up)\b|\+$/i.test(more)) return { min: bound(low) }
  if (/(?:lower|less|below|under|better)\b/i.test(more)) return { max: bound(high) }
  return { min: bound(low), max: bound(high) }
}

function numberOf(text: string): number | undefined {
  if (/^\d$/.test(text)) return Number(text)
  const at = romans.indexOf(text.replace(/[abc]$/i, '').toUpperCase())
  return at < 0 ? undefined : at
}

const romans = ['', 'I', 'II', 'III', 'IV', 'V', 'VI']

function codeOf(name: string): string | undefined {
  if (
    /\b(?:ecog|zubrod|swog|who|east(?:ern|er) cooperative oncology group)\)? (?:\([a-z]{2,6}\) )?(?:performance|ps|status)\b/i.test(
      name,
    )
  )
    return 'ecog'
  if (/\b(?:nyha|new york(?: heart association)?)\b/i.test(name)) return 'nyha'
  if (/\b(?:asa|american society of anesthesiologists)\b/i.test(name)) return 'asa'
  return /\b(?:ckd|chronic kidney disease|nkf|k\/?doqi)\b/i.test(name) ? 'ckdStage' : undefined
}

const numeral = /\b(?:I{1,3}|IV|VI?)[abc]?\b|\b[0-6](?!\d|\.\d)/g
const one = String.raw`(?:I{1,3}|IV|VI?)[abc]?(?![\w])|[0-6](?!\d|\.\d|[%/])`
const signs = String.raw`(?:[≥≤<>]=?|> ?or ?=|< ?or ?=|at least|at most|up to|greater than|more than|higher than|less than|lower than|above|below|over|under)`
const classes = new RegExp(
  String.raw`\b(?<word>class(?:ification)?|stages?|grades?|status|nyha|asa)(?:\s*[:=]|\s+of)?\s*(?:class |grade |stage )?(?<sign>${signs})?\s*(?<first>${one})(?<rest>(?:(?:\s*(?:-|–|—|,|/|to|or|and|through|et|ou|à)){1,2}\s*(?:class |grade |stage )?(?:${one})){0,4})(?<more>\s*(?:or|and|/)\s*(?:higher|greater|more|above|over|worse|lower|less|below|under|better|up)\b|\+)?`,
  'gi',
)
/** What the class is of, right before the word. */
const nameOf =
  /(?:\b(?:nyha|new york(?: heart association)?|american society of anesthesiologists|ckd|chronic kidney disease|nkf|k\/?doqi|asa|ecog|zubrod|swog|who|east(?:ern|er) cooperative oncology group|cardiac|function|toxicity|disease|functional|classification|physical|heart failure|tumou?r|performance|ctcae)(?: \([a-z]{2,6}\))? ){1,4}$/i
/** "> NYHA class 2". */
const leadingSign = new RegExp(String.raw`${signs}\s*$`, 'i')
const ofDrugs = /^\s*(?:anti-?\w+|drugs?|agents?|medications?|obes\w+ surgery|recommendation)/i
