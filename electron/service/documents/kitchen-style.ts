/** What production sheets, delivery notes and roll-calls have beside the rules of all sheets. */
export const kitchenRules = `
.cooked thead th b, .cooked.roomy thead th b { display: block; font-size: 19pt; line-height: 1.05; font-weight: 700; font-variant-numeric: tabular-nums; }
.cooked th, .cooked td { padding-left: 1mm; padding-right: 1mm; }
.cooked th:first-child { padding-left: 0; padding-right: 1mm; }
.cooked tbody tr:not(:last-child) > th { border-bottom: 0.2mm solid #8a8a8a; }
.cooked td:last-child, .cooked thead th:last-child { padding-right: 0; }
.cooked td { overflow-wrap: anywhere; }
.cooked.roomy b { font-size: 17pt; }
.cooked tbody b.tight, .cooked.roomy tbody b.tight { font-size: 12.5pt; line-height: 1.5; letter-spacing: -0.03em; }
.cooked b { white-space: nowrap; letter-spacing: -0.02em; }
.cooked small { font-size: 8.6pt; }
.cooked.roomy .dish { font-size: 14pt; }
.cooked tr:first-child > * { border-top: 0; }
.cooked .pack { display: block; font-size: 9pt; line-height: 1.3; }
.cooked .amount { white-space: nowrap; }
.cooked .pack b { display: inline; font-size: 12.5pt; }
.cooked.dense tbody tr > * { height: 10.5mm; padding-top: 1mm; padding-bottom: 0.8mm; }
.cooked.dense tbody b { font-size: 15pt; }
.cooked.dense .dish { font-size: 11.5pt; }
.cooked.dense small { font-size: 8.4pt; line-height: 1.15; }
.cooked.dense ~ .low .lines i:last-child { display: none; }
.diet td { text-align: left; padding: 0.9mm 0; border-bottom: 0.2mm solid #8a8a8a; vertical-align: baseline; font-size: 10.5pt; overflow-wrap: anywhere; }
.diet td:first-child { width: 14mm; }
.diet b { display: inline; font-size: 15pt; }
.none { color: #333; }
td.none { vertical-align: middle; text-align: center; }
.low > * { min-width: 0; }
.low .lines i { height: 9mm; }
.low.alone { grid-template-columns: minmax(0, 1fr); flex: 0 0 auto; }
.boxes tbody tr > *, .boxes tbody td { height: 12mm; }
.boxes .write, .hint { border: 0.4mm solid #000; }
.classes { margin-top: 5mm; }
.classes tbody tr > * { height: 8.2mm; padding: 0; }
.hint small { color: #555; text-align: left; margin-top: -1mm; }
`;
