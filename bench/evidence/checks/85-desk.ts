import type { PlayedChild } from '../../../src/cli/demo-child.ts'
import { demoChildren } from '../../../src/cli/demo-children.ts'
import { letHappen } from '../../../src/cli/demo-enquiries.ts'
import { setUpDemoStudy } from '../../../src/cli/demo-set-up.ts'
import { checkAudit } from '../../../src/people/audit/verify.ts'
import { checkFacts } from '../../../src/study/conduct/model/verify-facts.ts'
import { shippedVersion } from '../../../src/testing/test-study.ts'
import { enterByForm } from '../desk/enter-child.ts'
import { lockedReport } from '../desk/lock-and-report.ts'
import { openDesk } from '../desk/open-desk.ts'
import type { Section } from '../evidence.ts'
import { publishedRows } from '../published-report.ts'

const began = new Date('2026-05-20T07:00:00Z')
const today = '2026-11-29'
const ended = new Date(`${today}T12:00:00Z`)

/**
 * The invented children entered through the forms of the desk, each entry at its own moment and each dose as its page derives it;
 * then the sets are decided, the study is locked, and its own page is read.
 */
export async function section(): Promise<Section> {
  const desk = await openDesk(began)
  try {
    const protocol = shippedVersion('report')
    await setUpDemoStudy(desk.team, protocol, began)
    const children = demoChildren({ protocol }, { today, isFinished: true }).map(
      (child): PlayedChild => ({ ...child, id: '', number: '' }),
    )
    const happenings = children.flatMap((child) =>
      child.entries.map((entry) => ({
        at: entry.at,
        happen: (moment: Date) => enterByForm(desk, child, entry, moment),
      })),
    )
    await letHappen(happenings, ended)
    const { texts, members } = await lockedReport(desk, protocol.version, ended)
    const { records } = desk.app.people
    const source = 'own work: what was entered is what there is'
    const isWhole = (await checkAudit(records)).isWhole && (await checkFacts(records)).isWhole
    return {
      title: 'The same, entered through the forms of the desk',
      note: 'Sixteen children are enrolled, consented, screened, signed for, dosed as the page derives it and seen by the forms of the pages, at three sites and in their order; the sets are decided, the study is locked, and its own page of the report is read.',
      rows: [
        ...publishedRows(texts),
        { what: 'in the per-protocol set, as decided', published: '8', found: members, source },
        { what: 'facts and trail verify', published: 'yes', found: isWhole ? 'yes' : 'no', source },
      ],
    }
  } finally {
    await desk.close()
  }
}
