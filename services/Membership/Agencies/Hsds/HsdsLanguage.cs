using ServiceDefaults.Validation;

namespace Membership.Agencies.Hsds;

/// <summary>HSDS names languages by ISO 639-1 or 639-3, the platform by the bibliographic codes of ISO 639-2.</summary>
internal static class HsdsLanguage
{
    private static readonly Dictionary<string, string> Bibliographic = """
        aaaar ababk aeave afafr akaka amamh anarg arara asasm avava ayaym azaze babak bebel bgbul bhbih bibis bmbam bnben botib brbre
        bsbos cacat ceche chcha cocos crcre cscze cuchu cvchv cywel dadan deger dvdiv dzdzo eeewe elgre eneng eoepo esspa etest eubaq
        faper ffful fifin fjfij fofao frfre fyfry gagle gdgla glglg gngrn guguj gvglv hahau heheb hihin hohmo hrhrv hthat huhun hyarm
        hzher iaina idind ieile igibo iiiii ikipk ioido isice itita iuiku jajpn jvjav kageo kgkon kikik kjkua kkkaz klkal kmkhm knkan
        kokor krkau kskas kukur kvkom kwcor kykir lalat lbltz lglug lilim lnlin lolao ltlit lulub lvlav mgmlg mhmah mimao mkmac mlmal
        mnmon mrmar msmay mtmlt mybur nanau nbnob ndnde nenep ngndo nldut nnnno nonor nrnbl nvnav nynya ococi ojoji omorm orori ososs
        papan pipli plpol pspus ptpor quque rmroh rnrun rorum rurus rwkin sasan scsrd sdsnd sesme sgsag sisin skslo slslv smsmo snsna
        sosom sqalb srsrp ssssw stsot susun svswe swswa tatam tetel tgtgk ththa titir tktuk tltgl tntsn toton trtur tstso tttat twtwi
        tytah uguig ukukr ururd uzuzb veven vivie vovol wawln wowol xhxho yiyid yoyor zazha zhchi zuzul
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToDictionary(pair => pair[..2], pair => pair[2..], StringComparer.Ordinal);

    /// <summary>Where the terminological code, which is ISO 639-3's, is another.</summary>
    private static readonly Dictionary<string, string> OtherThree = """
        bodtib cescze cymwel deuger ellgre eusbaq fasper frafre hyearm islice katgeo mkdmac mrimao msamay myabur nlddut ronrum slkslo
        sqialb zhochi
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToDictionary(pair => pair[..3], pair => pair[3..], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Three = OtherThree.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>As ISO 639-3 has it.</summary>
    public static string ForHsds(string code) => Three.GetValueOrDefault(code, code);

    /// <summary>Null where ISO 639-2 has no code for it.</summary>
    public static string? Of(string code) => Bibliographic.TryGetValue(code, out var two) ? two
        : OtherThree.TryGetValue(code, out var three) ? three
        : LanguageCode.IsKnown(code) ? code : HsdsMacrolanguage.Covering(code);
}
