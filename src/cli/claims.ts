import { peopleBaseOf } from '../app/people-base.ts'
import {
  decidedClaims,
  type ShownClaim,
  waitingClaims,
} from '../people/accounts/claims/claims-list.ts'
import { decideClaim } from '../people/accounts/claims/decide-claim.ts'
import { terminalWords } from '../words/terminal.ts'
import { withExistingRecords } from './existing-records.ts'
import { Failure } from './outcome.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

/** What `trialway claims list` may be told. */
export interface ClaimsListOptions extends CommonOptions {
  readonly all?: boolean
  readonly json?: boolean
}

const words = terminalWords.claims

/** Prints claims, the oldest that waits first. Throws `Failure` where there are no records. */
export async function claimsListCommand(
  terminal: Terminal,
  options: ClaimsListOptions,
): Promise<void> {
  const claims = await withExistingRecords(terminal.config(), async (records) => [
    ...(await waitingClaims(records)),
    ...(options.all ? await decidedClaims(records) : []),
  ])
  if (options.json) {
    const told = claims.map((claim) => ({ ...claim, contact_lookup: undefined }))
    terminal.stdout.write(`${JSON.stringify(told, null, 2)}\n`)
  } else for (const claim of claims) terminal.stdout.write(`${inWords(claim)}\n`)
  if (claims.length === 0 && !options.quiet) terminal.stderr.write(`${words.none}\n`)
}

function inWords({ id, study, site, name, address, state, reason }: ShownClaim): string {
  const listing = site === null ? study : `${study} ${site}`
  return [id, listing, `${name ?? ''} <${address}>`, state, reason ?? ''].join('  ').trimEnd()
}

/** Decides on a claim. Throws `Failure` where it is not there, or was decided otherwise. */
export async function claimsDecideCommand(
  terminal: Terminal,
  claimId: string,
  options: CommonOptions & { readonly as: 'grant' | 'refuse' | 'undo' },
): Promise<void> {
  const config = terminal.config()
  const outcome = await withExistingRecords(config, (records) =>
    decideClaim(
      peopleBaseOf(config, records),
      { claimId, decision: options.as, by: 'operator' },
      terminal.now(),
    ),
  )
  if (outcome === 'gone') throw new Failure(words.gone)
  if (!options.quiet) terminal.stdout.write(`${words.done}\n`)
}
