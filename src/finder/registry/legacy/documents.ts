import { find, findAll, textAt, textsAt, type Element } from './element.ts'
import { code, compact, compactAll, date, flag, type Fields } from './values.ts'

/** Papers and pages about the study. */
export function legacyReferences(root: Element): Fields | undefined {
  return compact({
    references: [
      ...compactAll(findAll(root, 'reference'), (one) => reference(one, 'BACKGROUND')),
      ...compactAll(findAll(root, 'results_reference'), (one) => reference(one, 'RESULT')),
    ],
    seeAlsoLinks: compactAll(findAll(root, 'link'), (link) =>
      compact({ label: textAt(link, 'description'), url: textAt(link, 'url') }),
    ),
    availIpds: compactAll(findAll(root, 'study_docs/study_doc'), (document) =>
      compact({
        id: textAt(document, 'doc_id'),
        type: textAt(document, 'doc_type'),
        url: textAt(document, 'doc_url'),
        comment: textAt(document, 'doc_comment'),
      }),
    ),
  })
}

function reference(element: Element, type: string): Fields | undefined {
  const citation = textAt(element, 'citation')
  const pmid = textAt(element, 'PMID')
  return citation === undefined && pmid === undefined
    ? undefined
    : compact({ pmid, type, citation })
}

/** Whether the participants' data will be shared. */
export function ipdSharing(root: Element): Fields | undefined {
  const data = find(root, 'patient_data')
  return compact({
    ipdSharing: code(textAt(data, 'sharing_ipd')),
    description: textAt(data, 'ipd_description'),
    infoTypes: textsAt(data, 'ipd_info_type').map((type) => infoTypes.get(type) ?? code(type)),
    timeFrame: textAt(data, 'ipd_time_frame'),
    accessCriteria: textAt(data, 'ipd_access_criteria'),
    url: textAt(data, 'ipd_url'),
  })
}

const infoTypes = new Map([
  ['Statistical Analysis Plan (SAP)', 'SAP'],
  ['Informed Consent Form (ICF)', 'ICF'],
  ['Clinical Study Report (CSR)', 'CSR'],
])

/** The protocol and other papers that the study's people uploaded. */
export function legacyDocuments(root: Element): Fields | undefined {
  const largeDocs = compactAll(
    findAll(root, 'provided_document_section/provided_document'),
    (document) =>
      compact({
        hasProtocol: flag(textAt(document, 'document_has_protocol')),
        hasSap: flag(textAt(document, 'document_has_sap')),
        hasIcf: flag(textAt(document, 'document_has_icf')),
        label: textAt(document, 'document_type'),
        date: date(textAt(document, 'document_date')),
        filename: textAt(document, 'document_url')?.split('/').at(-1),
      }),
  )
  return compact({ largeDocumentModule: compact({ largeDocs }) })
}
