import type { Measured } from '../patient/patient.ts'
import { assertionOf } from './assertion.ts'
import type { NoteSentence } from './note-sentence.ts'

/**
 * Classes and stages that a note gives in figures or Roman: "NYHA class III", "NYHA II-III", "stage 4 CKD", "ASA 2". One that is
 * denied, suspected or a relative's is none, and one of before is marked. Rule `class-said@1`.
 */
export function classesOf(sentence: NoteSentence): Omit<Measured, 'evidence'>[] {
  const { text } = sentence
  if (!hint.test(text)) return []
  return scales.flatMap(([what, pattern]) => {
    const found = [...text.matchAll(pattern)]
    return found.flatMap((match): Omit<Measured, 'evidence'>[] => {
      const value = sizeOf(match.groups?.first)
      const upTo = sizeOf(match.groups?.last)
      if (value === undefined || (upTo !== undefined && upTo <= value)) return []
      const end = match.index + match[0].length
      const { presence, of, when } = assertionOf(sentence, match.index, end)
      if (presence !== 'present' || of !== 'patient') return []
      return [
        {
          what,
          value: String(value),
          unit: '1',
          ...(upTo !== undefined && { upTo: String(upTo) }),
          ...(when === 'history' && { earlier: true as const }),
        },
      ]
    })
  })
}

const hint = /NYHA|New York Heart|ASA|CKD|kidney disease|IRC|r[ée]nale chronique/i

const to = String.raw`(?: ?(?:-|–|\/|to|à) ?`
const heart = String.raw`(?<first>I{1,3}|IV|[1-4])(?:[ab](?!\w))?${to}(?<last>I{1,3}|IV|[1-4]))?(?!\w|[.,/]\d| ?[-–/] ?[IV\d])`
const kidney = String.raw`(?<first>[1-5])[ab]?${to}(?<last>[1-5])[ab]?)?(?!\w|[.,/]\d| ?[-–/] ?\d)`
const kidneyName = String.raw`(?:CKD|chronic kidney disease|IRC|(?:insuffisance|maladie) r[ée]nale chronique)`

const scales: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'nyha',
    new RegExp(
      String.raw`\b(?:NYHA|New York Heart Association)(?: \(NYHA\))?(?: functional)?(?: class(?:e|ification)?| stage| stade)?:? ?${heart}`,
      'g',
    ),
  ],
  [
    'nyha',
    new RegExp(
      String.raw`\b(?:[Ff]unctional )?(?:[Cc]lass|[Cc]lasse|[Ss]tade) ${heart}(?= (?:of the |de la )?NYHA\b)`,
      'g',
    ),
  ],
  [
    'asa',
    /\bASA(?: physical)?(?: class| score| status| grade)?:? ?(?<first>I{1,3}|IV|V|[1-5])(?!\w|[.,/-]\d| ?(?:mg|g|x|tab))/g,
  ],
  [
    'ckdStage',
    new RegExp(
      String.raw`\b${kidneyName}(?: \(CKD\))?,? (?:stage |stade |grade |G)G?${kidney}`,
      'gi',
    ),
  ],
  ['ckdStage', new RegExp(String.raw`\bCKD ?G?${kidney.replace('[ab]?', '[ab]')}`, 'g')],
  ['ckdStage', new RegExp(String.raw`\b(?:stage|stade) ${kidney}(?= ${kidneyName}\b)`, 'gi')],
]

function sizeOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  const roman = ['', 'I', 'II', 'III', 'IV', 'V'].indexOf(written)
  return roman > 0 ? roman : Number(written)
}
