import { auditTampering } from './audit-tampering.ts'
import { askTiming } from './ask-timing.ts'
import { brokenSources } from './broken-sources.ts'
import { flippedBits } from './flipped-bits.ts'
import { wrongClock } from './clock.ts'
import { databaseAway } from './database-away.ts'
import { databaseRestarts } from './database-restarts.ts'
import { diskErrors } from './disk-errors.ts'
import { enquiryRestarts } from './enquiry-restarts.ts'
import { erasedForGood } from './erased-for-good.ts'
import type { Fault } from './fault.ts'
import { fsyncFirst } from './fsync-first.ts'
import { fullDisk, noHandles } from './full-disk.ts'
import { heldLock } from './held-lock.ts'
import { hostileInputs } from './hostile-inputs.ts'
import { keptOutlooks } from './kept-outlooks.ts'
import { keptPromises } from './kept-promises.ts'
import { killedDesk } from './killed-desk.ts'
import { killedEnquiries, powerCutEnquiries } from './killed-enquiries.ts'
import { killedConduct, powerCutConduct } from './killed-conduct.ts'
import { killLoop } from './kill-loop.ts'
import { killMigration } from './kill-migration.ts'
import { killPost } from './kill-post.ts'
import { killRotation } from './kill-rotation.ts'
import { killSink } from './kill-sink.ts'
import { killedWrapper } from './killed-wrapper.ts'
import { largeMetrics } from './large-metrics.ts'
import { lostLog } from './lost-log.ts'
import { mailBomb } from './mail-bomb.ts'
import { mailFlood } from './mail-flood.ts'
import { mailTroubles } from './mail-troubles.ts'
import { nothingInClear } from './nothing-in-clear.ts'
import { onlyLookedAt } from './only-looked-at.ts'
import { powerCut } from './power-cut.ts'
import { powerCutCatalogue } from './power-cut-catalogue.ts'
import { restoring } from './restore.ts'
import { severalServers } from './several-servers.ts'
import { soak } from './soak.ts'
import { forgottenSetting, stockProxies } from './stock-proxies.ts'
import { summerTime } from './summer-time.ts'
import { twoAtOnce } from './two-at-once.ts'
import { damagedFiles, newerFiles } from './wrong-files.ts'

/** In the order in which they are reported. */
export const allFaults: readonly Fault[] = [
  killLoop,
  killSink,
  powerCut,
  powerCutCatalogue,
  killPost,
  fsyncFirst,
  diskErrors,
  fullDisk,
  noHandles,
  mailTroubles,
  mailBomb,
  mailFlood,
  askTiming,
  wrongClock,
  summerTime,
  twoAtOnce,
  heldLock,
  newerFiles,
  damagedFiles,
  restoring,
  killMigration,
  killRotation,
  lostLog,
  stockProxies,
  forgottenSetting,
  killedWrapper,
  largeMetrics,
  erasedForGood,
  nothingInClear,
  flippedBits,
  brokenSources,
  severalServers,
  soak,
  auditTampering,
  keptPromises,
  keptOutlooks,
  killedEnquiries,
  powerCutEnquiries,
  killedConduct,
  powerCutConduct,
  killedDesk,
  databaseRestarts,
  enquiryRestarts,
  hostileInputs,
  onlyLookedAt,
  databaseAway,
]
