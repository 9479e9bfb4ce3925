import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedProtocols } from '../../../app/shipped-protocols.ts'
import { skipWithoutBrowser, visitSite } from '../../../testing/chromium.ts'
import { pdfPages } from '../../../testing/pdf-text.ts'
import { smallApp } from '../../../testing/small-site.ts'
import { createSite } from '../../site.ts'

test(
  'on each printed page of a report stand its title, its mark, page x of y, and the notes of the table that goes on',
  { skip: skipWithoutBrowser },
  async (t) => {
    const visit = await visitSite(createSite({ ...smallApp([]), protocols: shippedProtocols }))
    t.after(() => visit.close())
    const page = await visit.browser.newPage()
    await page.goto(`${visit.address}/protocols/NCT02390596/report?show=invented`)
    const pages = pdfPages(await page.pdf({ preferCSSPageSize: true }))
    assert.ok(pages.length > 20)
    for (const [at, text] of pages.entries()) {
      assert.ok(text.includes('ReportofthestudyNCT02390596'), `no title on page ${at + 1}`)
      assert.ok(text.includes('INVENTEDPARTICIPANTS'), `no mark on page ${at + 1}`)
      assert.ok(text.includes(`Page${at + 1}of${pages.length}`), `no number on page ${at + 1}`)
    }
    // Table 2 goes over pages with its notes, table 7 with what says where its long ones are.
    const withNotes = (table: string, notes: RegExp): readonly boolean[] =>
      pages.filter((text) => text.includes(`${table}.`)).map((text) => notes.test(text))
    for (const [table, notes] of [
      ['·Table2', /Avaluerecordedasnotknownismissing/],
      ['·Table7', /notesstandunderthelastrow/],
      ['·Table8', /notesstandunderthelastrow/],
    ] as const) {
      const found = withNotes(table, notes)
      assert.ok(found.length > 0, table)
      assert.ok(found.every(Boolean), `${table}: ${found.join(' ')}`)
    }
  },
)
