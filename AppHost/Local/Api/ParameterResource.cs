using System.Security.Cryptography;
using AppHost.Local;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.ApplicationModel
{
    public abstract class ParameterDefault
    {
        public abstract string GetDefaultValue();
    }

    /// <summary>A random value, made once and kept.</summary>
    public sealed class GenerateParameterDefault : ParameterDefault
    {
        public int MinLength { get; set; }

        public bool Special { get; set; } = true;

        public override string GetDefaultValue() => RandomNumberGenerator.GetString(
            "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789" + (Special ? "-_.~" : ""), Math.Max(MinLength, 22));
    }

    public class ParameterResource : Resource
    {
        private string? _value;

        internal ParameterResource(string name, string? given, ParameterDefault? generated, bool secret) : base(name) =>
            (Given, Generated, Secret) = (given, generated, secret);

        public bool Secret { get; }

        internal string? Given { get; }

        internal ParameterDefault? Generated { get; }

        internal string Value
        {
            get => _value ?? throw new StartFailure($"The parameter {Name} was read before it had a value.");
            set => _value = value;
        }
    }
}

namespace Aspire.Hosting
{
    public static class ParameterResourceBuilderExtensions
    {
        public static IResourceBuilder<ParameterResource> AddParameter(
            this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
            builder.AddResource(new ParameterResource(name, null, null, secret));

        public static IResourceBuilder<ParameterResource> AddParameter(
            this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false,
            bool secret = false) =>
            builder.AddResource(new ParameterResource(name, value, null, secret));

        public static IResourceBuilder<ParameterResource> AddParameter(
            this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false,
            bool persist = false) =>
            builder.AddResource(new ParameterResource(name, null, value, secret));
    }
}
