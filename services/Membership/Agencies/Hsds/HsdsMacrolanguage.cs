namespace Membership.Agencies.Hsds;

/// <summary>
/// ISO 639-3 tells languages apart that ISO 639-2 has one code for: Cantonese and Mandarin are Chinese, Dari and Iranian Persian are Persian.
/// Who speaks one need not understand another; so where it matters which, an agency says it in its own words.
/// </summary>
internal static class HsdsMacrolanguage
{
    /// <summary>By the bibliographic code, those it covers; as in IANA's registry of language subtags.</summary>
    private static readonly Dictionary<string, string> Macrolanguages = Read("""
        alb: aae aat aln als
        ara: aao abh abv acm acq acw acx acy adf aeb aec afb ajp apc apd arb arq ars ary arz auz avl ayh ayl ayn ayp bbz pga shu ssh
        aym: ayc ayr
        aze: azb azj
        bal: bcc bgn bgp
        bik: bcl bhk bln bto cts fbl lbl rbl ubl
        bua: bxm bxr bxu
        chi: cdo cjy cmn cnp cpx csp czh czo gan hak hnm hsn luh lzh mnp nan sjc wuu yue
        chm: mhr mrj
        cre: crj crk crl crm csw cwd
        del: umu unm
        den: scs xsl
        din: dib dik dip diw dks
        doi: dgo xnr
        est: ekk vro
        ful: ffm fub fuc fue fuf fuh fui fuq fuv
        gba: bdt gbp gbq gmm gso gya
        gon: esg gno wsg
        grb: gbo gec grj grv gry
        grn: gnw gug gui gun nhd
        hai: hax hdn
        hmn: cqd hea hma hmc hmd hme hmg hmh hmi hmj hml hmm hmp hmq hms hmw hmy hmz hnj hrm huj mmr muq mww sfm
        iku: ike ikt
        ipk: esi esk
        jrb: ajt aju jye yhd yud
        kau: kby knc krt
        kok: gom knn
        kom: koi kpv
        kon: kng kwy ldi
        kpe: gkp xpe
        kur: ckb kmr sdh
        lah: hnd hno jat phr pmu pnb skr xhe
        lav: ltg lvs
        man: emk mku mlq mnk msc mwk myq
        may: bjn btj bve bvu coa dup hji jak jax kvb kvr kxd lce lcf liw max meo mfa mfb mqg msi mui orn ors pel pse tmw urk vkk vkt
        xmm zlm zmi zsm
        mlg: bhr bjq bmm bzc msh plt skg tdx tkg txy xmv xmw
        mon: khk mvf
        mwr: dhd mtr mve rwr swv wry
        nep: dty npi
        oji: ciw ojb ojc ojg ojs ojw otw
        ori: ory spv
        orm: gax gaz hae orc
        per: pes prs
        pus: pbt pbu pst
        que: cqu qub qud quf qug quh quk qul qup qur qus quw qux quy quz qva qvc qve qvh qvi qvj qvl qvm qvn qvo qvp qvs qvw qvz qwa
        qwc qwh qws qxa qxc qxh qxl qxn qxo qxp qxr qxt qxu qxw
        raj: bgq gda gju hoj mup wbr
        rom: rmc rmf rml rmn rmo rmw rmy
        san: cls vsn
        srd: sdc sdn src sro
        swa: swc swh
        syr: aii cld
        tmh: taq thv thz ttq
        uzb: uzn uzs
        yid: ydd yih
        zap: zaa zab zac zad zae zaf zai zam zao zaq zar zas zat zav zaw zax zca zcd zoo zpa zpb zpc zpd zpe zpf zpg zph zpi zpj zpk
        zpl zpm zpn zpo zpp zpq zpr zps zpt zpu zpv zpw zpx zpy zpz zsr zte ztg ztl ztm ztn ztp ztq zts ztt ztu ztx zty
        zha: zch zeh zgb zgm zgn zhd zhn zlj zln zlq zqe zyb zyg zyj zyn zzj
        zza: diq kiu
        """);

    /// <summary>The bibliographic code of ISO 639-2 that covers it; null where none does.</summary>
    public static string? Covering(string code) => Macrolanguages.GetValueOrDefault(code);

    private static Dictionary<string, string> Read(string text)
    {
        var (covering, covers) = (new Dictionary<string, string>(StringComparer.Ordinal), "");
        foreach (var word in text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.EndsWith(':')) covers = word[..^1];
            else covering.Add(word, covers);
        }

        return covering;
    }
}
