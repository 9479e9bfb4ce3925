import { tellingOf } from '../study/in-words/telling.ts'
import { isTimeProblem } from '../study/protocol/time/problems.ts'
import { readMoment } from '../study/protocol/time/moment.ts'
import { isZone } from '../study/protocol/time/wall-clock.ts'
import { state } from '../study/protocol/state.ts'
import { fileFaultText } from '../words/file-faults.ts'
import { explanationInWords } from './explain-in-words.ts'
import { WrongUsage } from './outcome.ts'
import { type FactsOptions, participantFacts } from './participant-facts.ts'
import { readVersions, settingsIn } from './protocol-files.ts'
import type { Terminal } from './terminal.ts'

/** What `trialway protocol explain` may be told. */
export interface ExplainOptions extends FactsOptions {
  readonly at?: string
  /** A file with what the operator has set. */
  readonly settings?: string
  readonly site?: string
}

/**
 * Prints what a protocol says of one participant at one moment. Throws `WrongUsage` for a time, a zone or a file that is
 * none, and `Failure` where the protocol or the facts have a fault.
 */
export async function protocolExplainCommand(
  terminal: Terminal,
  protocol: string,
  factsFile: string,
  options: ExplainOptions,
): Promise<void> {
  if (options.zone !== undefined && !isZone(options.zone))
    throw new WrongUsage(
      `--zone: there is no time zone ${JSON.stringify(options.zone)}. Give one such as Europe/Paris.`,
    )
  const now = momentAsked(terminal, options)
  const versions = await readVersions(protocol, options)
  const settings =
    options.settings === undefined ? [] : await settingsIn(options.settings, versions, options)
  const { participant, facts } = await participantFacts(terminal, factsFile, options)
  const site = options.site === undefined ? {} : { site: options.site }
  const found = state(
    versions.map((one) => ({ protocol: one, settings })),
    facts,
    now,
    site,
  )
  const inForce = versions.find(({ version }) => version === found.version.version)
  if (options.json || !inForce) {
    const name = participant === undefined ? {} : { participant }
    terminal.stdout.write(
      `${JSON.stringify({ ...name, facts: facts.length, ...found }, null, 2)}\n`,
    )
    return
  }
  const telling = tellingOf(inForce, options.lang, now)
  const explained = {
    ...(participant !== undefined && { participant }),
    facts: facts.length,
    settings,
  }
  terminal.stdout.write(explanationInWords(telling, found, explained))
}

/** The instant that is asked about, with its offset. Throws `WrongUsage` where it is none. */
export function momentAsked(
  { now }: Pick<Terminal, 'now'>,
  { at, zone, lang }: Pick<ExplainOptions, 'at' | 'zone' | 'lang'>,
): string {
  if (at === undefined) {
    const instant = Temporal.Instant.fromEpochMilliseconds(now().getTime())
    return instant
      .toZonedDateTimeISO(zone ?? 'UTC')
      .toString({ timeZoneName: 'never', smallestUnit: 'minute' })
  }
  const moment = readMoment(at, zone)
  if (isTimeProblem(moment))
    throw new WrongUsage(fileFaultText(lang, { kind: 'time', key: '--at', why: moment }))
  if (moment.instant === undefined)
    throw new WrongUsage(
      `--at: ${JSON.stringify(at)} is no moment of a day. Give one such as 2017-03-09T10:00+01:00.`,
    )
  return /(?:Z|[+-]\d{2}:?\d{2})$/.test(at)
    ? at
    : Temporal.Instant.from(moment.instant)
        .toZonedDateTimeISO(zone ?? 'UTC')
        .toString({ timeZoneName: 'never' })
}
