using ServiceDefaults.Access;

namespace Attack.Tests.Requests;

internal static partial class Samples
{
    private const string Agreement = "/task-forces/{id}/agreements/{agreementId}";

    private static Known AgreementSamples => new()
    {
        ["membership GET /task-forces/{id}/agreements"] = (own, _) => Just(Its(own)),
        ["membership POST /task-forces/{id}/agreements"] = (own, _) => Just(Its(own)),
        [$"membership GET {Agreement}"] = async (own, _) => Its(own, ("agreementId", await own.AgreementAsync())),
        [$"membership PUT {Agreement}"] = async (own, _) => Its(own, ("agreementId", await own.AgreementAsync())),
        [$"membership DELETE {Agreement}"] = async (own, _) => Its(own, ("agreementId", await own.AgreementAsync())),
        [$"membership POST {Agreement}/versions"] = async (own, _) => Its(own, ("agreementId", await own.AgreementAsync())),
        [$"membership DELETE {Agreement}/versions/{{number}}"] = async (own, _) => Its(own, ("agreementId", await own.AgreementAsync()), ("number", "1")),
        [$"membership GET {Agreement}/versions/{{number}}/document"] = async (own, _) =>
            Its(own, ("agreementId", await own.AgreementAsync()), ("number", "1")),
        [$"membership PUT {Agreement}/versions/{{number}}/document"] = async (own, _) =>
            Its(own, ("agreementId", await own.AgreementAsync()), ("number", "1")) with { Document = ("application/pdf", Belongings.Pdf) },
        [$"membership PUT {Agreement}/signatories"] = async (own, _) => Its(own, ("agreementId", await own.AgreementAsync())) with
        {
            Body = new() { ["signatories"] = own.Signatories },
        },
        [$"membership POST {Agreement}/opening"] = async (own, _) => Its(own, ("agreementId", await own.AgreementAsync())),
        [$"membership POST {Agreement}/signatories/{{signatoryId}}/board-review"] = async (own, _) =>
        {
            var (agreement, signatory) = await own.OpenAgreementAsync();
            return Its(own, ("agreementId", agreement), ("signatoryId", signatory)) with { Body = new() { ["since"] = Belongings.Today } };
        },
        [$"membership POST {Agreement}/signatories/{{signatoryId}}/signature"] = async (own, _) =>
        {
            var (agreement, signatory) = await own.OpenAgreementAsync();
            return Its(own, ("agreementId", agreement), ("signatoryId", signatory)) with
            {
                Body = new() { ["signedOn"] = Belongings.Today, ["seatId"] = await own.SeatAsync(), ["boardApprovedOn"] = Belongings.Today },
            };
        },
        [$"membership POST {Agreement}/withdrawals"] = async (own, _) =>
            Its(own, ("agreementId", await own.AgreementInForceAsync())) with { Body = new() { ["agencyId"] = own.Agency, ["noticeGivenOn"] = Belongings.Today } },
        [$"membership POST {Agreement}/termination"] = async (own, _) =>
            Its(own, ("agreementId", await own.AgreementInForceAsync())) with { Body = new() { ["noticeGivenOn"] = Belongings.Today } },
    };

    private static Known CommitmentSamples => new()
    {
        ["membership GET /task-forces/{id}/commitment-ledger"] = (own, _) => Just(Its(own)),
        ["membership GET /task-forces/{id}/commitments"] = (own, _) => Just(Its(own)),
        ["membership POST /task-forces/{id}/commitments"] = (own, _) => Just(Its(own) with { Body = new() { ["agencyId"] = own.Agency } }),
        [$"membership GET {Commitment}"] = async (own, _) => Its(own, ("commitmentId", await own.CommitmentAsync())),
        [$"membership POST {Commitment}/end"] = async (own, _) => Its(own, ("commitmentId", await own.CommitmentAsync())),
        [$"membership GET {Commitment}/fulfilments"] = async (own, _) => Its(own, ("commitmentId", await own.CommitmentAsync())),
        [$"membership POST {Commitment}/fulfilments"] = async (own, _) => Its(own, ("commitmentId", await own.CommitmentAsync())) with
        {
            Body = new() { ["agencyId"] = own.Agency, ["on"] = Belongings.Today },
        },
        [$"membership GET {Commitment}/fulfilments/{{fulfilmentId}}"] = Claimed,
        [$"membership POST {Commitment}/fulfilments/{{fulfilmentId}}/confirmation"] = Claimed,
        [$"membership POST {Commitment}/fulfilments/{{fulfilmentId}}/refusal"] = Claimed,
    };

    private const string Commitment = "/task-forces/{id}/commitments/{commitmentId}";

    private static async Task<Sample> Claimed(Belongings own, Contracts.AgencyClass agencyClass)
    {
        var (commitment, fulfilment) = await own.ClaimAsync();
        return Its(own, ("commitmentId", commitment), ("fulfilmentId", fulfilment));
    }

    /// <summary>For the coordinator at home.</summary>
    private static Sample Its(Belongings own, params (string Name, string Value)[] path)
    {
        var sample = new Sample(Roles.Coordinator) { Path = { ["id"] = own.TaskForce } };
        foreach (var (name, value) in path) sample.Path[name] = value;
        return sample;
    }
}
