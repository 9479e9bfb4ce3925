/**
 * Sixty criteria drawn by chance from the registry's records (ten illnesses, six each), held against notes that were invented for them
 * and labelled by hand before they were judged once. `# ` opens a note; then study, kind, verdict of a careful reader, criterion. What
 * a note is silent about keeps nobody out by an exclusion, as experts presume, but for tests, the future and what notes do not tell.
 */
export const drawnPairs = `
# A 29-year-old woman with systemic lupus erythematosus diagnosed four years ago comes because of swollen ankles and foamy urine for two weeks. She takes hydroxychloroquine 400 mg and prednisone 10 mg a day. Blood pressure is 142/92 mmHg, creatinine 0.9 mg/dL, urine protein 2.8 g/24 h. She has had no infections this year. She agrees to take part in the study.
NCT07331272 | e | met | Active infections such as hepatitis and tuberculosis.
NCT01716312 | i | met | Age at entry at least 18 years
NCT05828147 | e | met | History of malignant tumors in the past 5 years
NCT06852573 | e | met | Patients who have previously received or are awaiting hematopoietic stem cell/bone marrow transplantation or organ transplantation;
NCT07262983 | e | met | Psychiatric illness or history of medical non-compliance that the study team feels will make the individual unlikely to complete the study.
NCT06852573 | i | unknown | Oral glucocorticoids must meet the following requirements:
# Homme de 78 ans, hospitalisé pour une pneumonie du lobe inférieur droit. Fièvre à 38,9 °C, toux grasse depuis trois jours, saturation à 91 % en air ambiant, TA 132/70 mmHg. Antécédent de BPCO. Il reçoit de l'amoxicilline depuis hier. Il accepte de participer à l'étude.
NCT03158727 | e | met | Patients with quadriplegia (traumatic or otherwise).
NCT05905055 | e | unknown | Has only a Gram-positive organism pathogen isolated from study-qualifying culture;
NCT00797108 | i | met | Hospitalized male or female patients 18 years of age or older.
NCT03158727 | e | met | Subjects currently receiving, or having received another investigational medication within 90 days prior to start of the study (or 5 half-lives of the investigational compound, whichever is longer).
NCT00797108 | i | met | Must require hospitalization for the pneumonia.
NCT03158727 | e | met | Inability to maintain a mean arterial pressure ≥50 mmHg prior to screening despite the presence of vasopressors and intravenous fluids.
# A 67-year-old man has had palpitations for a year. The ECG shows atrial fibrillation with a heart rate of 96 bpm. He has a history of hypertension and takes apixaban and bisoprolol. The echocardiogram shows a left ventricular ejection fraction of 60% and mild mitral regurgitation. He is willing to take part and will sign the informed consent.
NCT01483183 | i | unknown | Subjects who are willing to comply with the reproductive precautions
NCT06065124 | i | met | Written informed consent.
NCT06065124 | e | met | More than moderate mitral valve regurgitation/aortic valve regurgitation;
NCT05467163 | e | met | Pre-existing permanent pacemaker, implantable cardioverter-defibrillator or cardiac resynchronization device. Patients who had devices implanted that had <5% of paced beats (i.e., backup pacing) can be enrolled.
NCT02391337 | e | met | Baseline heart rate <60 bpm
NCT06650995 | i | unknown | Diagnosed heart failure with preserved ejection fraction
# A 36-year-old woman has had migraine without aura since she was 19. Over the past three months she had headaches on 8 days a month. Her neurological examination is normal. She takes sumatriptan for the attacks. She gives written consent and will keep all visits.
NCT01845051 | e | met | other neurologic disorders that may contribute to headaches, such as stroke, cerebral palsy, trigeminal neuralgia, and seizure disorder
NCT06004388 | i | unknown | Is the sole user of an iPhone with an iPhone operating system (iOS) 14 or later or a smartphone with an Android operating system (OS) 11 or later, and is willing to download and use the specified eDiary and Study App required by the protocol.
NCT05853900 | i | unknown | Is the owner of, and has regular access to, an email address.
NCT05853900 | i | met | Willing and able to provide written informed consent to participate in the study, attend study visits, and comply with study-related requirements and assessments.
NCT05853900 | e | met | History of basilar migraine or hemiplegic migraine.
NCT05853900 | i | met | Per participant report, 4-14 migraine days per month within the last 3 months prior to the Screening Visit (a month is defined as 28 days)
# A 59-year-old man with type 2 diabetes for nine years takes metformin and glimepiride. HbA1c is 8.4%, BMI 33 kg/m2, blood pressure 136/82 mmHg, eGFR 78 mL/min/1.73 m2. He has background retinopathy. He had a myocardial infarction six years ago. He does not smoke. He agrees to the study.
NCT06716424 | e | met | History of hypoglycemia unawareness
NCT01624259 | e | met | Have a serum creatinine greater than or equal to 1.5 milligrams/deciliter (mg/dL) (male) or greater than or equal to 1.4 mg/dL (female), or a creatinine clearance less than 60 milliliters/minute (mL/minute)
NCT03982381 | e | met | Renal impairment (eGFR <60 ml/min/1,73m2)
NCT05572814 | e | met | History of or condition associated with increased bleeding risk, such as hemophilia
NCT06078683 | e | met | History of uncontrolled or untreated ventricular arrhythmias
NCT05349955 | i | unknown | Each blood sugar test must be repeated to confirm the diagnosis;
# Femme de 74 ans, AVC ischémique il y a trois mois. Depuis, deux crises d'épilepsie. Elle prend du lévétiracétam, de l'apixaban et de l'amlodipine. Bilan hépatique normal. Pas de crise avant l'AVC.
NCT06393309 | i | met | Regular monotherapy with levetiracetam or sodium valproate
NCT06597084 | e | unknown | Known Han Chinese or Thai ancestry.
NCT06597084 | e | met | Spontaneous sub-arachnoid haemorrhage due to e.g. aneurysmatic or arteriovenous malformation.
NCT06597084 | e | met | History of AED use before primary stroke within the last 5 years as defined in the list of not allowed AEDs.
NCT06597084 | e | met | Severe hepatic impairment.
NCT06597084 | e | met | History of USs prior to primary stroke.
# A 41-year-old man has had plaque psoriasis for 12 years. Plaques cover 18% of the body surface; PASI is 14. It has not changed in the last year. He is otherwise well and takes no medications. Creatinine is 0.9 mg/dL. He consents.
NCT01154101 | i | met | Have a baseline PASI of ≥10
NCT01154101 | e | not applicable | Is pregnant or breast-feeding. Confirmation that a female subject is not pregnant must be established by negative pregnancy tests at Screening and Day 1
NCT03831646 | i | met | good general physical health
NCT01154101 | e | met | Serum creatinine level of ≥ 1.4 mg/dL for females and ≥ 1.5 mg/dL for males
NCT01154101 | i | met | Have a diagnosis of clinically confirmed, stable (without recent documented flare within 30 days prior to the Screening Visit), plaque-type psoriasis for at least 6 months involving ≥10% of body surface area
NCT01154101 | i | met | Able and willing to provide written informed consent to participate in the study
# A 52-year-old woman with metastatic breast cancer, HER2-negative, progressed after two lines of chemotherapy, the last one ended five weeks ago. ECOG performance status is 1. She has bone metastases. She has no other illness. She wants to take part and will come to all visits.
NCT02391480 | i | met | Participant must have an Eastern Cooperative Oncology Group (ECOG) Performance status of: 0 - 1 (dose escalation cohorts) or 0 - 2 (expansion cohorts)
NCT06387628 | e | met | Have received radiotherapy, chemotherapy, traditional Chinese medicine with anti-tumor indications, and local therapy (interventional therapy but not including tumor biopsy, ablation therapy, etc.) within 2 weeks before trial drug treatment;
NCT00711529 | e | met | Unable to give informed consent or unable to adhere to protocol.
NCT06905561 | i | met | Patients willing and able to give signed informed consent and, in the opinion of the Investigator, to comply with the Clinical Investigation Plan tests and procedures.
NCT00456846 | i | met | Age equal or greater to 18
NCT04737265 | i | met | Stated willingness to comply with all study procedures and availability for the duration of the study
# A 9-year-old girl with asthma since age 4 has wheezed twice a week this month. She uses fluticasone 100 micrograms twice a day and salbutamol. FEV1 is 82% of predicted. She had a cold ten days ago. Her parents agree to the study.
NCT06932263 | i | not met | Treated with medium or high dose ICS in combination with LABA.
NCT01144910 | i | not met | more than 4 weeks interval since last infection
NCT05270278 | i | unknown | severe persistent non-eosinophil AB (type 2- low)
NCT07013123 | i | unknown | Patients satisfying diagnostic criteria for severe asthma, according to GINA international guidelines.
NCT05813288 | e | met | Medical or other condition likely to interfere with participant's ability to undergo study procedures, adhere to visit schedule, or comply with study requirements.
NCT02068573 | i | unknown | more than 500 nanog/gr dust of house dust mite allergen in the childs mattress.
# A 63-year-old man with chronic kidney disease due to diabetes: eGFR 34 mL/min/1.73 m2, albumin 3.8 g/dL, sodium 139 mmol/L, potassium 4.6 mmol/L. He had a coronary stent four years ago and has no chest pain. Echocardiography shows an ejection fraction of 58% and no signs of heart failure. He takes losartan, insulin and atorvastatin. He donated no blood.
NCT05179668 | e | met | Acute coronary syndrome during the last 30 days
NCT01473420 | e | met | Donated or lost >475 mL (i.e., 1 pint) blood volume (including plasmapheresis) or had a transfusion of any blood product within 3 months prior to randomization
NCT05279742 | i | met | Ejection fraction of equal or greater than 55%; and
NCT06742723 | e | met | Serum sodium < 135 mmol/L (central or local laboratory values obtained within 4 weeks prior to screening or at the Screening Visit).
NCT05719714 | e | met | clinical heart failure symptoms
NCT00497146 | i | met | Serum albumin greater than or equal to 3.0 g/dL (30 g/L)
`
