import type { NoteFigures } from './measure-notes.ts'

/** The figures of notes that were written later as a section of the page. */
export function laterNoteSection(figures: NoteFigures): string {
  return `## Notes written later

Notes of another kind of writing, by somebody who had read the list of phenomena and not the rules. The rules were then
made better on the first file (bench/matching/notes/notes-later.json: 0.945 before); the second (notes-later-held.json) was written
after that, and is only counted. Their annotation is sparser: a condition that is read need not be annotated.

${tableOf(figures)}
`
}

/** The figures as a section of the page. */
export function noteSection(figures: NoteFigures): string {
  return `## Notes

200 invented notes in English and French with the facts that a careful reader takes from each (bench/matching/notes), written
before the rules by someone who had not read them. Rules are written looking at the even numbered notes only; the odd ones are
counted. What the annotation marks as inferred is not counted. A share is of the facts read right, with how many there are;
of the traps, those that were avoided; of the conditions read, those that are annotated.

${tableOf(figures)}
`
}

function tableOf(figures: NoteFigures): string {
  const share = (ones: NoteFigures): string => {
    const all = ones.reduce((sum, one) => sum + one.all, 0)
    const right = ones.reduce((sum, one) => sum + one.right, 0)
    return all === 0 ? '' : `${(right / all).toFixed(3)} (${all})`
  }
  const kinds = [...new Set(figures.map(({ kind }) => kind))].filter(
    (kind) => kind !== 'trap' && kind !== 'finding',
  )
  const row = (name: string, holds: (kind: string) => boolean): string => {
    const cells = (['developed on', 'held out'] as const).flatMap((half) =>
      [undefined, 'en', 'fr'].map((language) =>
        share(
          figures.filter(
            (one) =>
              one.half === half && holds(one.kind) && (!language || one.language === language),
          ),
        ),
      ),
    )
    return `| ${name} | ${cells.join(' | ')} |`
  }
  return `| | developed on | en | fr | held out | en | fr |
|---|---|---|---|---|---|---|
${row('facts read right', (kind) => kinds.includes(kind))}
${kinds.map((kind) => row(kind, (one) => one === kind)).join('\n')}
${row('traps avoided', (kind) => kind === 'trap')}
${row('conditions read that are annotated', (kind) => kind === 'finding')}`
}
