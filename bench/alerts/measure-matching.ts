import { loadNow } from '../machine.ts'
import type { MatchTimes } from './match-child.ts'
import { forgetMatches } from './ready-records.ts'
import { answerIn, runChild, runWatched, type Settings, type Watched } from './watched.ts'

export interface MatchFigures {
  /** Matching and nothing else, in a program of its own. */
  readonly times: MatchTimes
  readonly alone: Omit<Watched, 'output'>
  /** `trialway alerts run --no-send`, from start to end. */
  readonly command: Omit<Watched, 'output'>
  /** Mails to be sent at once that the command made after matching. */
  readonly digests: number
  readonly news: number
  readonly load: number
  readonly loadAfter: number
}

/** A zone where it is now about so many hours, for the commands that go by the local day. */
export function zoneAt(hour: number, now: Date): string {
  const ahead = ((hour - now.getUTCHours() + 36) % 24) - 12
  // The names of these zones count the other way round.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

/** Matches the last import twice: once alone, with its parts timed, once as the command that operators run. */
export async function measureMatching(settings: Settings, dataDir: string): Promise<MatchFigures> {
  const { load } = loadNow()
  const { output, ...alone } = await runChild('./match-child.ts', settings)
  const times = answerIn<MatchTimes>(output)
  await forgetMatches(settings, dataDir)
  // At night only what is to be told at once becomes mail.
  const TZ = zoneAt(3, new Date())
  const ran = await runWatched(['alerts', 'run', '--no-send', '--json', '--quiet'], {
    ...settings,
    TZ,
  })
  const { run } = JSON.parse(ran.output) as {
    run: { matched: { news: number }[]; digests: number }
  }
  const { output: _, ...command } = ran
  const news = run.matched[0]?.news ?? 0
  if (news !== times.news) throw new Error(`matched to ${times.news} news, then to ${news}`)
  const loadAfter = loadNow().load
  return { times, alone, command, digests: run.digests, news, load, loadAfter }
}
