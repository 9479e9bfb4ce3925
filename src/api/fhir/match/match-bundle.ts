import type { FoundMatch, TextMatches } from '../../../finder/matching/match-text.ts'
import { recordProblemText } from '../../../words/record-problems.ts'
import { type Issue, outcomeResource } from '../protocol/outcome.ts'
import type { BundleEntryMade } from '../answer/bundle-stream.ts'
import { type JudgedRule, judgedRules, shownLine, order } from './judged-rules.ts'

/** A study that was found, what it asks, and how far it fits. */
export interface MatchedStudy {
  readonly match: FoundMatch
  readonly rules: readonly JudgedRule[]
  /** From 0 to 1. */
  readonly score: number
}

/**
 * The matches with their scores, the best first. What fits as well as anything can is 1; a study of which nothing is met stays below
 * 0.75, and one that something speaks against at half or less, so that programs which call from 0.75 on likely call nothing likely
 * that only silence speaks for. Rule `match-score@1`.
 */
export function matchedStudies(matches: readonly FoundMatch[]): readonly MatchedStudy[] {
  return matches.map((match) => ({
    match,
    rules: judgedRules(match),
    score: Math.round(Math.min(1, Math.max(0.01, match.score / bestFit)) * 1_000) / 1_000,
  }))
}

/** What a match's own score is at most: a third above 1, where all that is asked is met. */
const bestFit = 1.35

/** How a study came out, for programs: on its entry, beside the score. */
export function searchOfMatch(
  { match, rules, score }: MatchedStudy,
  base: string,
): BundleEntryMade['search'] {
  return {
    mode: 'match',
    score,
    extension: [
      {
        url: `${base}/StructureDefinition/match-overall`,
        valueCode:
          match.overall === 'the site must tell'
            ? 'site-must-tell'
            : match.overall.replaceAll(' ', '-'),
      },
      ...rules.map(({ verdict, kind, text, reason, evidence }) => ({
        url: `${base}/StructureDefinition/match-criterion`,
        extension: [
          { url: 'verdict', valueCode: verdict },
          { url: 'kind', valueCode: kind },
          { url: 'text', valueString: text },
          ...(reason === undefined ? [] : [{ url: 'reason', valueString: reason }]),
          ...evidence.map((one) => ({ url: 'evidence', valueString: one })),
        ],
      })),
    ],
  }
}

/** How all of it came out, for who reads it: what was read of the record, what was not, and each study with each criterion. */
export function outcomeOfMatch(
  found: TextMatches,
  studies: readonly MatchedStudy[],
  notes: readonly Issue[],
): BundleEntryMade {
  const damage: readonly Issue[] = found.isIncomplete
    ? [{ severity: 'warning', code: 'incomplete', text: incomplete }]
    : []
  const issues = [
    whatWasRead(found),
    ...notes,
    ...damage,
    ...found.problems.map(problemIssue),
    ...studies.map(studyIssue),
  ]
  return { resource: outcomeResource(issues, 'match'), search: { mode: 'outcome' } }
}

const incomplete =
  'Part of the catalogue is damaged: studies may be missing, or further down than they should be.'

/** Something of the record that was not understood, or not counted. */
export function problemIssue(problem: TextMatches['problems'][number]): Issue {
  return {
    severity: 'warning',
    code: 'not-supported',
    text: shownLine(recordProblemText('en', problem)),
    more: shownLine(`${problem.place}: ${recordProblemText('en', problem)}`),
  }
}

function whatWasRead({ read, matches }: TextMatches): Issue {
  const said = [
    ['age', read?.age && `${read.age.value} ${read.age.unit}`],
    ['sex', read?.sex?.toLowerCase()],
    ['illnesses', read?.present.join('; ')],
    ['does not have', read?.absent.join('; ')],
    [
      'values',
      [...new Set(read?.measures.map(({ what, value, unit }) => `${what} ${value} ${unit}`))].join(
        '; ',
      ),
    ],
    ['treatments', read?.treatments.join('; ')],
    ['allergies', read?.allergies.join('; ')],
  ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
  return {
    severity: 'information',
    code: 'informational',
    text: `${matches.length} studies were found. Only the team of a study can say who may join.`,
    more: shownLine(`Read of the record: ${said.join('. ') || 'nothing that could be used'}.`),
  }
}

function studyIssue({ match, rules, score }: MatchedStudy, at: number): Issue {
  const counts = order.map((verdict) => {
    const count = rules.filter((rule) => rule.verdict === verdict).length
    return `${count} ${verdict.replace('-', ' ')}`
  })
  const lines = rules.map(({ verdict, text, reason, evidence }) => {
    const why = evidence.length > 0 ? evidence.join(', ') : (reason ?? '')
    return `- ${verdict.replace('-', ' ')}: ${text}${why === '' ? '' : ` | ${why}`}`
  })
  return {
    severity: 'information',
    code: 'informational',
    text: shownLine(
      `${match.nctId}, ${match.briefTitle}: score ${score}, ${match.overall}; ${counts.join(', ')}.`,
    ),
    more: lines.length > 0 ? lines.join('\n') : 'Its record names no criteria.',
    at: `Bundle.entry[${at}]`,
  }
}
