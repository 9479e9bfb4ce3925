/** Invented people, for tests. */
export const toddler = `A 2-year-old girl is brought in by her parents with 6 days of fever and a red rash.
Her mother reports that she has had no vomiting. Mother has asthma. There is a family history of breast cancer.
Kawasaki disease was diagnosed yesterday. She received immunoglobulins and aspirin. No history of seizures.
Weight 12.4 kg. T: 39.2 C, HR 140/min, BP 95/60. Hb 10.1 g/dL, WBC 18,400, platelets 512 x 10^9/L.
Tuberculosis was ruled out. Suspected pneumonia. Her parents agree to give informed consent.`

export const woman = `58 y/o F with HTN, DM2 and h/o stroke, presents with shortness of breath but denies chest pain,
fever, cough, or palpitations. She smokes 10 cigarettes a day. She is postmenopausal. Currently takes metformin
and lisinopril. No steroids. ECOG 1. Not compliant with her medication.`
