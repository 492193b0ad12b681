package dev.parley.domain.campaign;

/** An agreement is booked already, and with other content. Nothing was changed. */
public final class AgreementConflictException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient CpmAgreement booked;
    private final transient CpmAgreement refused;

    /**
     * @param booked the agreement that stands
     * @param refused the one that was to be booked under the same origin
     */
    public AgreementConflictException(CpmAgreement booked, CpmAgreement refused) {
        super("campaign " + refused.campaignId() + " has booked another agreement for " + refused.origin()
                + "; an agreement is a fact and cannot be changed, so read the one that stands");
        this.booked = booked;
        this.refused = refused;
    }

    /** The agreement that stands. */
    public CpmAgreement booked() {
        return booked;
    }

    /** The agreement that was refused. */
    public CpmAgreement refused() {
        return refused;
    }
}
