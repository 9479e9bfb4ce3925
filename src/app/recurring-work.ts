import { randomUUID } from 'node:crypto'
import type { Config } from './config/config.ts'
import type { Logger } from './log.ts'
import { answerAsks } from '../people/asks/asks.ts'
import { askTakers } from './ask-takers.ts'
import { forgetOldClaims } from '../people/accounts/claims/forget-claims.ts'
import { forgetOldSignIns } from '../people/accounts/forget.ts'
import { forgetOldAlerts } from '../people/alerts/forget.ts'
import { unlessDamaged } from '../finder/catalogue/model/damage.ts'
import type { ProtocolSection } from '../finder/registry/study.ts'
import { forgetOldEnquiries } from '../people/enquiries/forget.ts'
import { isAlertsWorkDue } from '../people/alerts/run.ts'
import { keepPromises } from '../people/enquiries/promise/keep.ts'
import { sendWaiting } from '../people/enquiries/send-waiting.ts'
import { writeAnchor } from '../people/audit/anchors.ts'
import { forgetOldMail } from '../people/mail/outbox/forget.ts'
import type { Pace } from '../people/mail/outbox/pace.ts'
import { removeOldDrafts } from '../people/records/copies.ts'
import { removeStrayMails } from '../people/mail/delivery/written.ts'
import type { Post } from '../people/mail/delivery/post.ts'
import { type SeenFiles, takeMailbox } from '../people/mail/reports/mailbox.ts'
import { sendDue } from '../people/mail/delivery/sender.ts'
import { renewOutlooks } from '../study/conduct/derived/renew-outlooks.ts'
import { refreshByImport } from './refresh.ts'
import { runCommand } from './run-command.ts'
import type { ScheduleOptions } from './schedule.ts'
import { onlyWhileThere } from './only-while-there.ts'
import { forgetOldWatches } from '../people/watches/forget.ts'
import { matchWatches } from '../people/watches/match-watches.ts'
import { saidStudy } from '../people/watches/letters/said-study.ts'
import { sendNotices } from '../people/watches/send-notices.ts'
import { whereOfWatch, writeNotice } from '../api/fhir/watch-writer.ts'
import { remindOfSafety } from '../study/conduct/safety/remind-of-safety.ts'
import { mailDeskDay } from '../study/conduct/today/mail-desk-day.ts'
import { enquiryBase } from '../web/shell/enquiry-base.ts'
import type { App } from '../web/shell/app.ts'

/** What recurring work is done with. */
export interface RecurringParts {
  readonly config: Config
  readonly app: App
  readonly post: Post
  readonly log: Logger
  readonly timeZone: string
}

/**
 * What the schedule does, put together from the rooms that do it. What fails throws, and the schedule tries it again.
 */
export function recurringWork(parts: RecurringParts): ScheduleOptions {
  const { config, app, post, log } = parts
  const { catalogue, now } = app
  const { records } = app.people
  const whileThere = onlyWhileThere(records)
  const holder = `server-${randomUUID()}`
  const seen: SeenFiles = new Map()
  return {
    log,
    refresh: {
      refreshUrl: config.refreshUrl,
      imported: () => catalogue.summary().imported,
      log,
      now,
      random: Math.random,
      refresh: refreshByImport,
    },
    answerAsks: whileThere(() => answerAsks(app.people, askTakers, now())),
    remindOfSafety: whileThere((signal) => remindOfSafety(app.people, now(), signal)),
    mailDeskDay: whileThere((signal) => mailDeskDay(app.people, now(), signal)),
    keepPromises: whileThere((signal) => keepAllPromises(app, signal)),
    renewOutlooks: whileThere((signal) =>
      renewOutlooks(records.unhurried, { holder, now, signal }),
    ),
    sendMail: whileThere((signal) =>
      sendDue(records, post, {
        holder,
        now,
        random: Math.random,
        newId: randomUUID,
        pace: paceOf(config),
        signal,
        onRelayDown: (code, until) => log.warn({ code, until }, 'the mail server does not answer'),
      }),
    ),
    runAlerts: whileThere((stop) => runAlertsWhenDue(parts, stop)),
    matchWatches: whileThere((signal) =>
      matchWatches(records.unhurried, { catalogue, whereOf: whereOfWatch, now, signal }),
    ),
    sendNotices: whileThere((signal) => sendAllNotices(parts, holder, signal)),
    anchorAudit: whileThere(() => writeAnchor(records, now())),
    takeReports: whileThere(async () => {
      if (config.mailBounces !== undefined)
        await takeMailbox(records.unhurried, config.mailBounces, now(), { seen })
    }),
    forget: whileThere(() => forgetAll(parts)),
  }
}

function sendAllNotices(
  { config, app: { catalogue, vocabulary, baseUrl, now, people } }: RecurringParts,
  holder: string,
  signal: AbortSignal,
): Promise<number> {
  return sendNotices(people.records, {
    allowed: config.subscriptionHosts,
    write: (watch, notice) => writeNotice(watch, notice, { catalogue, baseUrl, now: now() }),
    mail: {
      baseUrl,
      newId: randomUUID,
      say: (nctId, language) => saidStudy({ catalogue, names: vocabulary }, nctId, language),
    },
    holder,
    now,
    random: Math.random,
    signal,
  })
}

async function forgetAll({ config, app: { now, people } }: RecurringParts): Promise<void> {
  const { records } = people
  await forgetOldEnquiries(records.unhurried, now())
  await forgetOldClaims(records.unhurried, now())
  await forgetOldSignIns(records.unhurried, now())
  await forgetOldWatches(records.unhurried, now())
  // Who has nothing else any more is forgotten with the alerts.
  await forgetOldAlerts(records.unhurried, now())
  await records.unhurried.write((tx) => forgetOldMail(tx, now()))
  await removeStrayMails(records.unhurried)
  removeOldDrafts(config.dataDir, now())
  await records.scrub()
}

/** What was promised, then what waits for room at the contact of its site. */
async function keepAllPromises(app: App, signal: AbortSignal): Promise<void> {
  const { catalogue, now, people } = app
  await keepPromises(people, now(), { studyOf: (id) => recordOf(catalogue, id), signal })
  await sendWaiting(enquiryBase(app), now(), signal)
}

/** What is registered of a study; one that is damaged is as one that is not there. */
function recordOf(catalogue: App['catalogue'], nctId: string): ProtocolSection | undefined {
  return unlessDamaged(
    () => catalogue.study(nctId),
    () => undefined,
  )?.study.protocolSection
}

/** Asks first whether there is anything to do, because a process of its own costs much. Throws when its run failed. */
async function runAlertsWhenDue(
  { app, log, timeZone }: RecurringParts,
  stop: AbortSignal,
): Promise<void> {
  const { catalogue, now: clock } = app
  const { records } = app.people
  if (!(await isAlertsWorkDue({ records, catalogue, timeZone, clock }))) return
  const words = ['alerts', 'run', '--no-send', '--quiet', '--json']
  if (await runCommand(words, log, stop)) return
  // It may have failed because the records went away under it.
  await records.look()
  throw new Error('a run of the alerts failed')
}

/**
 * How many mails a second may be sent, by the settings: in all, and to addresses of one domain; of what any visitor can
 * cause never more than half.
 */
export function paceOf(config: Config): Pace {
  const { mailPerSecond: perSecond, mailPerSecondPerDomain: perSecondPerDomain } = config
  return {
    perSecond,
    perSecondPerDomain,
    asked: {
      perSecond: halfAtMost(config.mailAskedPerMinute / 60, perSecond),
      perSecondPerDomain: halfAtMost(config.mailAskedPerMinutePerDomain / 60, perSecondPerDomain),
    },
  }
}

/** 0 is no limit. */
function halfAtMost(asked: number, all: number): number {
  const most = all / 2
  return asked === 0 || most === 0 ? asked || most : Math.min(asked, most)
}
