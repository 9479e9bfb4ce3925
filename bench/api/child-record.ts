/** An invented child's record of thirty resources: three illnesses, two medicines, and what was measured. */
export function childRecord(): object {
  const subject = { reference: 'Patient/p' }
  const resources: object[] = [
    { resourceType: 'Patient', id: 'p', gender: 'male', birthDate: '2024-05-01' },
    ...['Kawasaki disease', 'Fever', 'Asthma'].map((text, at) => ({
      resourceType: 'Condition',
      id: `c${at}`,
      code: { text },
      subject,
    })),
    ...['Aspirin', 'Immunoglobulin'].map((text, at) => ({
      resourceType: 'MedicationRequest',
      id: `m${at}`,
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: { text },
      subject,
    })),
  ]
  for (let at = 0; resources.length < 30; at++) {
    const [code, text, value, unit] = measured[at % measured.length] ?? measured[0]
    resources.push({
      resourceType: 'Observation',
      id: `o${at}`,
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code, display: text }], text },
      subject,
      effectiveDateTime: `2026-11-${10 + (at % 15)}`,
      valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
    })
  }
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  }
}

const measured = [
  ['2160-0', 'Creatinine', 0.4, 'mg/dL'],
  ['1988-5', 'C reactive protein', 120, 'mg/L'],
  ['8310-5', 'Body temperature', 39.2, 'Cel'],
  ['6690-2', 'Leukocytes', 14, '10*3/uL'],
  ['777-3', 'Platelets', 450, '10*3/uL'],
  ['718-7', 'Hemoglobin', 10.5, 'g/dL'],
  ['1742-6', 'ALT', 80, 'U/L'],
  ['1920-8', 'AST', 60, 'U/L'],
] as const
