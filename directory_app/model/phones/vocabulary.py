"""The words that stand around phone numbers, in the languages in which they are published: data only."""

EXTENSION = """
x xt ext exts extn extns extension extensions extensión extensiones extensão exten int interno interni ramal ramais
anexo anexos poste dw durchwahl durchw klappe loc local apparat toestel anknytning nebenstelle nst wew wewn
linka mell mellék dahili conm εσωτ внутр внутренний вн доб добавочный
内線 内线 內線 分机 分機 分机号 分機號 转 轉 내선 ต่อ داخلي داخلی تحويلة שלוחה
"""
EXTENSION_PHRASES = ("máy lẻ", "số máy lẻ", "numer wewnętrzny", "çağrı dahili")

LIST = """
and or und oder od bzw resp sowie y e o u et ou och eller og of en i lub ve veya dan atau và hoặc и или και ή
و أو או 和 及 或 与 與 と または 및 또는 และ หรือ and/or und/oder y/o e/ou et/ou
"""
PREPOSITIONS = "en"

RANGE = """
to until till through thru bis a al au à até hasta tot do по до jusqu'à jusqu’à jusqu'au jusqu’au sampai s/d
至 到 から 부터 إلى
"""
RANGE_PHRASES = ("up to", "a la", "bis zu", "até o")

VOICE = """
t tel tels telephone telephones telefon telefono telefonos telefone telefones téléphones telf teléf telef tlf tlfn tfn
tfno fon fono fone fones phone phones ph p pbx pabx tele telp telepon telpon puh puhelin telefoon telefonnummer
telefoonnummer rufnummer tālr tālrunis telefonas tln
тел телефон тлф τηλ τηλέφωνο τηλέφωνα 电话 電話 전화 هاتف تلفن تلفون تليفون טל טלפון
फोन फ़ोन दूरभाष ফোন টেলিফোন โทร โทรศัพท์ đt điện thoại ℡ ☎ ✆ 📞 🕾
"""
FAX = """
f fax faxes faxe faks fx telefax telefaxe telefaks telfax faxnummer telefaxnummer faksi faksimile facsimile facsimil
facs telefacsimile télécopie télécopies télécopieur télécopieurs telecopy telecopier belgegeçer faksas fakss
факс факсы телефакс φαξ τηλεομοιοτυπία 传真 傳真 传真机 傳真機 ファックス ファクス ファクシミリ 팩스 팩시밀리
فاكس فاکس فكس فکس نمابر دورنگار ناسوخ פקס फैक्स फ़ैक्स ফ্যাক্স แฟกซ์ แฟ็กซ์ โทรสาร ֆաքս ფაქსი 📠 🖷
"""
MOBILE = """
m mob mobile mobil mobiles móvil móviles telemóvel telemóveis c cel cell cells cellphone cellular celular celulares
cellulare handy handynummer mobilnummer mobiltelefon mobiel gsm natel portable portables kom komórka komórkowy
matkapuhelin handphone ponsel моб мобильный мобилен сотовый сот κιν κινητό 手机 手機 携帯 携帯電話 行動電話
手提電話 流動電話 휴대폰 휴대전화 핸드폰 جوال موبايل موبایل محمول همراه خلوي נייד मोबाइल মোবাইল มือถือ động đtdđ 📱
"""
EMERGENCY = """
emergency emergencies emergencia emergencias emergência emergências emergenza emergenze urgence urgences urgencia
urgencias urgência urgências urgent urgente notfall notfälle notfallnummer notruf notrufnummer notdienst noodgeval
noodnummer nødtelefon nödnummer acil darurat экстренный экстренная 緊急 紧急 긴급 비상 طوارئ חירום ฉุกเฉิน sos
"""
ON_DUTY = """
plantão plantões bereitschaft bereitschaftsdienst rufbereitschaft astreinte piquet pikett дежурный дежурная
"""
WHATSAPP = "whatsapp whatsap"
NUMBER = "no nr num number numbers número nummer numéro numer nomor номер № 番号 号码 號碼 번호 رقم"
FILLERS = "de da do das dos del des du di der die das für for of the pour para la le el los las"
