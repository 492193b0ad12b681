package dev.parley.persistence.rows.mapping;

/** The generated mappers; they keep no state. */
public final class Mappers {
    /** Of negotiations. */
    public static final NegotiationMapper NEGOTIATIONS = new NegotiationMapperImpl();
    /** Of campaigns and agreements. */
    public static final CampaignMapper CAMPAIGNS = new CampaignMapperImpl();
    /** Of messages, handled and owed. */
    public static final MessageMapper MESSAGES = new MessageMapperImpl();
    /** Of deliveries. */
    public static final DeliveryMapper DELIVERIES = new DeliveryMapperImpl();
    /** Of named steps. */
    public static final StepMapper STEPS = new StepMapperImpl();

    private Mappers() {}
}
