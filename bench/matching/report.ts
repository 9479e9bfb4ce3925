import type { RankingFigures } from './measures.ts'
import type { ParseFigures } from './parse.ts'
import type { Label } from './read-files.ts'
import type { Retrieval } from './retrieval.ts'
import { isHeldOut, type Row, verdictFigures } from './verdicts.ts'

/** The page of figures: written whole by each run, never by hand. */
export function page(today: string, sections: readonly string[]): string {
  const lead = `# Matching, measured

Written by \`npm run bench:matching\` on ${today}. Do not edit: run it again.

The rules of matching are rules of medical language. They were written looking at every second patient and topic
("developed on"). Of the others ("held out") the notes were read once, before the first rule; their labels and judgements
were only counted. Halves are every second patient by id and every second topic by place in its file, so on other files
the names mean nothing. No rule names a patient, a study or a sentence of these files. The files are for tests only and
are not part of Trialway.
`
  return [lead, ...sections].join('\n')
}

export function retrievalSection(figures: Retrieval): string {
  const rows = figures.halves.flatMap(({ name, topics, ours, plain }) => [
    `| ${name} (${topics}) | Trialway | ${cells(ours)} | ${(ours.ndcg10 / plain.ndcg10).toFixed(2)} |`,
    `| | plain BM25 | ${cells(plain)} | 1 |`,
  ])
  return `## Ranking

${figures.documents} judged studies have a record in the files given; exactly these were indexed. ${figures.pairs} judged pairs, ${figures.relevant}
of them grade 2. Topics without any judged study of grade 1 or 2 here are left out. A small, pooled set: compare the two
rows with each other, never with published figures on the whole collection. NDCG counts grades; the others grade 2 only.
Plain BM25 (k1 1.2, b 0.75) takes the whole note as its query, over title, conditions, summary, description and
eligibility, in the same run. Reading a note and ranking 20 studies took ${figures.medianMs.toFixed(0)} ms of one core (median), ${figures.slowestMs.toFixed(0)} ms at most.

| topics | ranking | NDCG@10 | P@10 | RR | recall@100 | NDCG, times BM25 |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`
}

function cells({ ndcg10, precision10, reciprocalRank, recall100 }: RankingFigures): string {
  return [ndcg10, precision10, reciprocalRank, recall100]
    .map((value) => value.toFixed(3))
    .join(' | ')
}

export function verdictSection(
  selfCheck: readonly Row[],
  screening: readonly Row[],
  labels: readonly Label[],
): string {
  const developed = selfCheck.filter(({ label }) => !isHeldOut(label, labels))
  const held = selfCheck.filter(({ label }) => isHeldOut(label, labels))
  const patients = new Set(labels.map((label) => label.patient_id)).size
  const { classes, count } = verdictFigures(selfCheck)
  return `## Criterion verdicts

${count} labels, ${patients} patients. The experts presume an exclusion clear when the note is silent; so does
\`self-check\` (rule \`presumed-clear@5\`). \`screening\` presumes nothing and is shown to say so. A wrong exclusion is a
"not met" where the expert did not say so; wrongly clear is an exclusion that we call clear and the expert does not.
An exclusion near which anything is said is unknown, though the experts mostly presume it clear: this law costs the accuracy
that the row "were nothing near" shows, and keeps us from calling clear what nobody has read.

How a label is laid beside a verdict: "included" and "not excluded" are met, "not included" and "excluded" not met, "not enough
information" is unknown. An exclusion that we presume clear is thus compared with "not excluded". A requirement of which nothing is
said is unknown to us, and no verdict is changed to be like the label: ${silentRequirements(selfCheck)}

| | labels | accuracy | macro-F1 | wrong exclusions | wrongly clear, of those called clear |
|---|---|---|---|---|---|
| all | ${summary(selfCheck)} |
| developed on | ${summary(developed)} |
| held out | ${summary(held)} |
| all, were nothing near | ${summary(selfCheck.map(asIfNothingNear))} |
| all, in screening | ${summary(screening)} |

| verdict | labels | precision | recall | F1 |
|---|---|---|---|---|
${classes
  .map(
    ({ verdict, count: own, precision, recall, f1 }) =>
      `| ${verdict} | ${own} | ${precision.toFixed(2)} | ${recall.toFixed(2)} | ${f1.toFixed(2)} |`,
  )
  .join('\n')}
${clearedTable(selfCheck)}${firstStudyTable(selfCheck)}`
}

/** What the experts call the requirements of which we found nothing said: they too presume there, that it is not so or that it is. */
function silentRequirements(rows: readonly Row[]): string {
  const silent = rows.filter(
    ({ label, ours, reason }) =>
      label.criterion_type === 'inclusion' && ours === 'unknown' && reason === 'nothing said',
  )
  const called = (verdict: Row['expert']) =>
    silent.filter(({ expert }) => expert === verdict).length
  const against = rows.filter(({ expert }) => expert === 'not met').length
  return `of ${silent.length} such requirements
the experts call ${called('unknown')} unknown, ${called('met')} met and ${called('not met')} not met, by what a note can be thought to mean. These ${called('not met')} are of the ${against} labels "not met" in all,
which is why few of those are found: "not met" always names the words that say so.`
}

function summary(rows: readonly Row[]): string {
  const { count, accuracy, macroF1, wrongExclusions, clear, wronglyClear } = verdictFigures(rows)
  const share = ((100 * wrongExclusions) / Math.max(1, count)).toFixed(1)
  return `${count} | ${accuracy.toFixed(3)} | ${macroF1.toFixed(3)} | ${wrongExclusions} (${share} %) | ${wronglyClear} of ${clear}`
}

/** Exclusions that self-check takes as clear and the expert does not: the costlier fault, so each is shown. */
function clearedTable(rows: readonly Row[]): string {
  const exclusions = rows.filter(({ label }) => label.criterion_type === 'exclusion')
  const wrong = exclusions.filter(({ expert, ours }) => ours === 'met' && expert !== 'met')
  const lines = wrong.map(
    ({ label, expert, reason }) => `| ${short(label.criterion_text)} | ${expert} | ${reason} |`,
  )
  return `
### Exclusions called clear that the expert did not call so

${wrong.length} of ${exclusions.length} exclusions.

| criterion | expert | by |
|---|---|---|
${lines.join('\n')}
`
}

function short(text: string | null | undefined): string {
  const plain = (text ?? '').replace(/\s+/g, ' ').replaceAll('|', '/')
  return plain.length > 70 ? `${plain.slice(0, 67)}...` : plain
}

/** The labels of the first study, one by one. */
function firstStudyTable(rows: readonly Row[]): string {
  const own = rows.filter(({ label }) => label.trial_id === 'NCT02390596')
  if (own.length === 0) return ''
  const agreed = own.filter(({ expert, ours }) => expert === ours).length
  const lines = own.map(({ label, expert, ours, reason }) => {
    const mark = expert === ours ? '' : '**'
    return `| ${label.criterion_type} | ${short(label.criterion_text)} | ${expert} | ${mark}${ours}${mark} | ${reason} |`
  })
  return `
### NCT02390596 and the two-year-old

${own.length} labels, ${agreed} alike.

| kind | criterion | expert | Trialway | by |
|---|---|---|---|---|
${lines.join('\n')}
`
}

export function parseSection(figures: ParseFigures): string {
  const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`
  return `## Parsing

| | |
|---|---|
| criteria texts | ${figures.texts} |
| split into two criteria or more | ${share(figures.split, figures.texts)} |
| criteria | ${figures.criteria} |
| typed by rule (age, sex, value, time, pregnancy, topic) | ${share(figures.typed, figures.criteria)} |
| typed, diseases by the vocabulary included | ${share(figures.typedWithDiseases, figures.criteria)} |
| parsed, studies a second of one core | ${Math.round(figures.parsedASecond)} |
| parsed and typed by rule, studies a second of one core | ${Math.round(figures.readASecond)} |
`
}

/** What we would say if an exclusion were presumed clear whatever the note says near it: what the law costs. */
function asIfNothingNear(row: Row): Row {
  const isNear = row.ours === 'unknown' && row.reason === 'near what the person has'
  return isNear && row.label.criterion_type === 'exclusion' ? { ...row, ours: 'met' } : row
}
