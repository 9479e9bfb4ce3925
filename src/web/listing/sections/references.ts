import type { LargeDocument, Reference, StudyId } from '../../../finder/registry/study.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { dateText } from '../../shell/parts/dates.ts'
import { plainText, safeUrl } from '../parts/registry-text.ts'
import { lookup, own } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'

/** Links that leave us carry nothing of ours along. */
const away = 'noopener noreferrer nofollow'

/** The study's numbers here and elsewhere, and the registry's own page. */
export function identifiers(view: StudyView): Markup {
  const { words, protocol, nctId } = view
  const identity = protocol.identificationModule
  const aliases = identity.nctIdAliases ?? []
  return html`
    <h4>${words.team.ids}</h4>
    <ul>
      <li>
        ${nctId} (${words.idType['nct']}):
        <a href="https://clinicaltrials.gov/study/${nctId}" rel="${away}">${words.team.registry}</a>
      </li>
      ${
        identity.orgStudyIdInfo?.id
          ? html`
              <li>${identity.orgStudyIdInfo.id} (${words.idType['org']})</li>
            `
          : ''
      }
      ${(identity.secondaryIdInfos ?? []).map((id) => secondaryId(view, id))}
      ${aliases.map(
        (id) => html`
          <li>${id} (${words.idType['alias']})</li>
        `,
      )}
    </ul>
  `
}

function secondaryId({ page, words }: StudyView, { id, type, domain, link }: StudyId): Markup {
  const kind = lookup(words.idType, type) ?? type
  const text = [kind, domain].filter(Boolean).join(', ')
  const url = safeUrl(link)
  const number = url ? line`<a href="${url.href}" rel="${away}">${id} (${url.host})</a>` : id
  return html`
    <li>${number}${text ? line` (${own(page, text)})` : ''}</li>
  `
}

/** Papers, each with its page on PubMed, the retracted ones marked. */
export function referencesSection(view: StudyView): Markup | undefined {
  const papers = view.protocol.referencesModule?.references ?? []
  if (papers.length === 0) return undefined
  return html`
    <h4>${view.words.team.references}</h4>
    <ul class="papers">
      ${papers.map((paper) => reference(view, paper))}
    </ul>
  `
}

function reference({ page, words }: StudyView, paper: Reference): Markup {
  const kind = lookup(words.referenceType, paper.type)
  const retracted = (paper.retractions?.length ?? 0) > 0
  const pmid = pmidPattern.test(paper.pmid ?? '') ? paper.pmid : undefined
  return html`
    <li>
      ${retracted ? line`<strong class="stale-mark">${words.team.retracted}</strong>` : ''}
      ${kind ? `${kind}: ` : ''}${own(page, plainText(paper.citation ?? ''))}
      ${
        pmid
          ? line`<a href="https://pubmed.ncbi.nlm.nih.gov/${pmid}/" rel="${away}">PMID ${pmid} ${words.team.pubmed}</a>`
          : ''
      }
    </li>
  `
}

const pmidPattern = /^\d{1,9}$/

/** Pages the study team points to; only web addresses become links, with their host in sight. */
export function seeAlso({ page, words, protocol }: StudyView): Markup | undefined {
  const links = protocol.referencesModule?.seeAlsoLinks ?? []
  if (links.length === 0) return undefined
  return html`
    <h4>${words.team.links}</h4>
    <ul>
      ${links.map(({ label, url: address }) => {
        const url = safeUrl(address)
        return url
          ? html`
              <li>
                <a href="${url.href}" rel="${away}">
                  ${own(page, label ?? url.host)} (${url.host})
                </a>
              </li>
            `
          : html`
              <li>${own(page, `${label ?? ''} ${address ?? ''}`)}</li>
            `
      })}
    </ul>
  `
}

/** The protocol and other documents that the registry holds. */
export function documentsSection(view: StudyView): Markup | undefined {
  const found = view.stored.study.documentSection?.largeDocumentModule?.largeDocs ?? []
  if (found.length === 0) return undefined
  return html`
    <h4>${view.words.team.documents}</h4>
    <ul>
      ${found.map(
        (document) => html`
          <li>${largeDocument(view, document)}</li>
        `,
      )}
    </ul>
  `
}

function largeDocument({ page, words, nctId }: StudyView, document: LargeDocument): Markup {
  const { filename = '', date } = document
  const kinds = [
    document.hasProtocol && words.document.protocol,
    document.hasSap && words.document.sap,
    document.hasIcf && words.document.icf,
  ].filter(Boolean)
  const name = kinds.length > 0 ? kinds.join(', ') : own(page, document.label ?? filename)
  const when = date ? line`, ${dateText(page, date)}` : ''
  if (!filenamePattern.test(filename)) return line`${name}${when}`
  const address = `https://cdn.clinicaltrials.gov/large-docs/${nctId.slice(-2)}/${nctId}/${filename}`
  return line`<a href="${address}" rel="${away}">${name} (cdn.clinicaltrials.gov)</a> ${when}`
}

const filenamePattern = /^\w{1,80}\.pdf$/
